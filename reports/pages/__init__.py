"""The pages of the action plan, one file for each part. Each gives the flowables of its part, in order."""
