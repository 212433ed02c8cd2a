"""Views in the browser."""
