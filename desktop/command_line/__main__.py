"""Runs the command line: `python -m desktop.command_line`."""

import sys

from desktop.command_line.main import main

sys.exit(main())
