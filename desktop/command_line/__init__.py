"""The command line."""

from models.later import run_when_wanted

for _name in ("inspect", "ipaddress", "bz2", "lzma", "traceback", "locale"):
    run_when_wanted(_name)  # of `dataclasses`, `urllib`, `shutil`, `logging` and `calendar`
run_when_wanted("copy", "copy")  # of `dataclasses` and `platformdirs`
run_when_wanted("tempfile", "gettempdir")
