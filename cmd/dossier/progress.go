package main

// clearProgress takes the line of progress off the terminal, so that a message
// can stand in its place.
func (a *app) clearProgress() {}
