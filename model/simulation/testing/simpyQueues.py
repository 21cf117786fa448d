"""The same two models in SimPy, for the benchmark: prints one line of JSON per model."""
import json
import random
import sys
import time

import simpy


def queue(customers, seed):
    """M/M/50+M, 48 a minute; every customer counts two events."""
    rng = random.Random(seed)
    env = simpy.Environment()
    agents = simpy.Resource(env, 50)
    waits = []

    def customer():
        came = env.now
        with agents.request() as request:
            result = yield request | env.timeout(rng.expovariate(1 / 120.0))
            waits.append(env.now - came)
            if request in result:
                yield env.timeout(rng.expovariate(1 / 60.0))

    def source():
        for _ in range(customers):
            yield env.timeout(rng.expovariate(48 / 60.0))
            env.process(customer())

    env.process(source())
    start = time.process_time()
    env.run()
    return {"seconds": time.process_time() - start, "customers": customers, "wait": sum(waits) / len(waits)}


def journey(model, customers, seed):
    """Nodes with pools, machines without, patience, routes, delays: as in the model that is handed in."""
    rng = random.Random(seed)
    env = simpy.Environment()
    pools = [simpy.Resource(env, servers) for servers in model["pools"]]
    visits = [0]

    def walk():
        n = model["entry"]
        while n >= 0:
            node = model["nodes"][n]
            visits[0] += 1
            handle = rng.lognormvariate(node["mu"], node["sigma"])
            served = True
            if node["pool"] < 0:
                yield env.timeout(handle)
            else:
                with pools[node["pool"]].request() as request:
                    if node["patience"] is None:
                        yield request
                    else:
                        result = yield request | env.timeout(rng.expovariate(1 / node["patience"]))
                        served = request in result
                    if served:
                        yield env.timeout(handle)
            if not served or rng.random() < node["containment"]:
                return
            draw = rng.random()
            to = -1
            for share, target, after in node["routes"]:
                if draw < share:
                    if after > 0:
                        yield env.timeout(after)
                    to = target
                    break
                draw -= share
            n = to

    def source():
        for _ in range(customers):
            yield env.timeout(rng.expovariate(model["perSecond"]))
            env.process(walk())

    env.process(source())
    start = time.process_time()
    env.run()
    return {"seconds": time.process_time() - start, "visits": visits[0]}


asked = json.loads(sys.stdin.read())
print(json.dumps({"queue": queue(asked["customers"], 1), "journey": journey(asked["journey"], asked["walks"], 1)}))
