"""Bytes → checked values that know their lines, and problems for what is wrong there."""
