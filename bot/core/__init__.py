"""The pure core: what a paper, a query, a schedule, an edition and a delivery are.

Everything here is standard library only and decides without acting: no I/O, no clock, no
randomness, no logging, no Discord. Time is an argument. What a function returns is a frozen
value that a service performs and records.
"""
