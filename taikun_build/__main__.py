"""`python -m taikun_build` is the same as `taikun`."""

from taikun_build.cli import main

if __name__ == "__main__":
    main()
