"""Made-up texts of needs, some with words that lead routing to another rule of the category."""

#: Where a category has a rule for certain words, texts with and without them.
SPECIAL = {
    "PWR": ["供热压力不足，冬季停暖", "天然气停气，窑炉降温", "供电线路检修，用电缺口大"],
    "TEC": ["老旧设备更新，想做技术改造", "与院所合作的攻关项目缺牵头方"],
}


def text_for(category, draw):
    """Answers a title and a description for a need of a category."""
    number = draw.randrange(10_000)
    if category in SPECIAL:
        words = draw.choice(SPECIAL[category])
        return f"示例诉求{number}：{words}", f"{words}。请予协调。"
    return f"示例诉求{number}", f"第{number}件示例诉求，请予协调。"
