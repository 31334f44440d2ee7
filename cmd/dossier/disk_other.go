//go:build !linux && !darwin && !freebsd && !windows

package main

import "errors"

// freeSpace can't be told here.
func freeSpace(string) (uint64, error) { return 0, errors.ErrUnsupported }
