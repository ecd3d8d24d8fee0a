"""Prints tables whose columns align although Chinese characters are two columns wide."""

import unicodedata


def width(text):
    """Counts the columns that a terminal gives a text."""
    return sum(character_width(character) for character in text)


def character_width(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def cut(text, columns):
    """Shortens a text to that many columns, saying so with a dot of three."""
    if width(text) <= columns:
        return text
    kept = ""
    for character in text:
        if width(kept + character) > columns - 1:
            break
        kept += character
    return kept + "…"


def print_table(title, head, rows):
    """Prints a table; a row's first cells stay empty where they repeat those above."""
    cells = [[str(cell) for cell in row] for row in [head] + rows]
    widths = [max(width(row[column]) for row in cells) for column in range(len(head))]
    print(f"\n{title}\n")
    for row in [cells[0], ["-" * columns for columns in widths]] + cells[1:]:
        padded = [cell + " " * (columns - width(cell)) for cell, columns in zip(row, widths)]
        print("  ".join(padded).rstrip())
    print()
