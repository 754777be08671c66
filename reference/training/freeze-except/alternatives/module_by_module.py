def freeze_except(model, prefixes):
    wanted = set(prefixes)
    result = []
    for path, module in model.named_modules():
        for own, p in module.named_parameters(recurse=False):
            name = f"{path}.{own}" if path else own
            pieces = name.split(".")
            heads = {".".join(pieces[:n]) for n in range(1, len(pieces) + 1)}
            p.requires_grad = not heads.isdisjoint(wanted)
            if p.requires_grad:
                result.append(name)
    return result
