"""Reading one text: tokens, sentences, quotations, attributions, timexes, quantities, mentions."""
