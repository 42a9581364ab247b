package network

// land tells land from water.
type land struct{}
