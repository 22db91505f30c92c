"""The tour: the real window played by real clicks and keys, with a picture and a check per step."""
