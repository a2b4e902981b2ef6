"""`python -m careerpaths`: the command line, see `cli.py`."""

from careerpaths.cli import main

if __name__ == "__main__":
    main(prog_name="python -m careerpaths")
