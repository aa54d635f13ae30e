"""How far an article drifted: MQM penalties on seven axes."""
