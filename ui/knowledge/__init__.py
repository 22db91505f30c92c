"""The knowledge base: formatted text, the page of an article, choosing one for a sale."""
