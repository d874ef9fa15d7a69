"""What the words of a text say: phrases, sentences, numbers, and who does something.

From texts to places in them. No grammar is built: what is asked here is answered by the few words
around a phrase, and only of texts that hold the phrase.
"""
