"""Making the weights that sayso ships: corpora, training, export. Not part of the package."""
