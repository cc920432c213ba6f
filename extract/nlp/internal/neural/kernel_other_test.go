//go:build !amd64

package neural

func assembled() map[string]*kernels { return nil }
