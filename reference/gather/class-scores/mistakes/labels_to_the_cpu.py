"""
en: The labels are moved to the CPU, so on a GPU gather meets an index on the CPU and refuses it. .cpu() and .cuda()
    tie a function to one device: leave target where it is, beside logits.
ko: 레이블을 CPU로 옮겼습니다. logits가 GPU에 있으면 gather가 CPU에 있는 index를 받지 않습니다. .cpu()나
    .cuda()를 쓰면 함수가 한 장치에서만 동작합니다. target은 logits와 같은 곳에 그대로 두세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.gather(class_dim, target.cpu().unsqueeze(class_dim)).squeeze(class_dim)
