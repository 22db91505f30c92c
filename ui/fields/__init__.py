"""The fields of forms: one widget per kind of value, all with the same promises (see ui/fields/field.py)."""
