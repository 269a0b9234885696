"""The walk as it is written: its settings, its templates, and how mistakes are explained."""
