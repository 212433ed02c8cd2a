"""The same quotation: renderings of one statement across documents."""
