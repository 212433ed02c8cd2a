"""Packing of GeoNames into the gazetteer that the package ships."""
