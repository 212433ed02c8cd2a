"""The steps that bring a case of an older schema to the present one."""
