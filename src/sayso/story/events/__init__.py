"""Events over documents: stories, which reports tell of one event, and the entries of a chronology."""
