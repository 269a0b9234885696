"""The web page of a walk: one file of HTML, with its styles, faces, figures and pictures inside."""
