package network

// sea adds the ships.
func (b *builder) sea() error { return nil }
