"""
en: The whole batch went through the model at once. The numbers are right, but nothing is parallel: no device could
    hold it.
ko: 배치 전체를 모델에 한 번에 넣었습니다. 숫자는 맞지만 병렬로 나눈 것이 없습니다. 그만한 배치를 담을 장치가 없다고
    했습니다.
"""

def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    loss_fn(model(x), y).backward()
