"""Comes in: the incidents of a quarter and of those before. Goes out: a `QuarterReview`.

Every figure in it is defined in `definitions`; nothing here draws, reads files or knows a day that
it was not given.
"""
