"""Quoted and reported speech: marks, frames, speakers."""
