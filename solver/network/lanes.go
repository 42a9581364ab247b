package network

// lanes is the sea-lane network that was made from the coastline.
type lanes struct{}
