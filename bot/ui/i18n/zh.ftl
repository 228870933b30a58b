# Paperboy 的简体中文文案。原文是 en.ftl，一条消息一行。
# 花括号里的内容由程序填入：保留它们，位置可按语序调整。

list-or = { "或" }
list-and = { "、" }
sentence-gap = { "" }

## 论文卡片

card-code = 有代码
card-machine-summary = ✨ AI 总结，由 { $model } 生成
card-own-summary = ✨ AI 总结，由 { $model } 为此 Paperboy 生成
card-model-unknown = 未注明的模型
text-abstract = 作者的摘要
text-opening = 摘要的开头几句
text-machine = ✨ AI 总结，所用模型见论文卡片
text-own = ✨ AI 总结，由 { $model } 生成
text-retold = 为本演示改写的介绍
# Under a digest, of abstracts of which some are whole and some shortened.
digest-abstracts = 摘要，部分有删节
card-withdrawn = ⚠️ 作者已撤稿

button-save = 收藏
button-bibtex = BibTeX
button-post-here = 发到这里
button-similar = 相似论文
button-pdf = PDF
button-code = 代码
button-project = 项目主页
button-back = 上一页
button-next = 下一页

linked-models = { $count } 个模型
linked-datasets = { $count } 个数据集
linked-spaces = { $count } 个 Space
linked-on-huggingface = Hugging Face：{ $linked }

## 翻译

translated-by = 🌐 由 { $translator } 翻译
translated-in-part = 部分内容未能翻译，保留作者原文
translator-deepl = DeepL
translator-libretranslate = LibreTranslate
translator-openai = 模型 { $model }
translate-failed = 🌐 未能翻译：{ $why }。上面的卡片是原文。
translate-unreliable = 名称或公式在译文中会出错
translate-nobody = 这个 Paperboy 已不再提供论文翻译。
translate-is-yours = 论文本来就是英文，Paperboy 也正用英文回复你，所以没有可翻译的内容。想换语言，请用 `/设置` 的 `语言` 选项。
translate-not-offered = 这里不提供译成你的语言的翻译。可用的语言由这个 Paperboy 的运营者决定。
translate-hidden = 译文由机器生成，而你隐藏了这类文字。`/设置 ai总结: 显示` 可以重新显示。
trouble-key = 密钥无效
trouble-quota = 本月额度已用完
trouble-budget = 本月字符数已用完
trouble-language = 翻译服务不支持你的语言

## 速递

digest-title = 📰 论文速递 · { $day }
digest-title-mine = 📬 你的论文 · { $day }
digest-about = 关于 { $query }
digest-counts = 新论文 { $offered } 篇 · 展示 { $here } 篇{ $more ->
        [0] { "" }
       *[other] { " · " }下方另有 { $more } 篇
    }
digest-source-silent = ⚠️ 自{ $since }以来，各来源没有送来任何新内容；以下是此前的论文。原因见 `/速递 状态`。
digest-topics = **升温与降温的话题**
    -# 每周论文数：○ 前四周的平均水平 → 最近 7 天
digest-topics-machine = ✨ 依据 AI 生成的关键词
topics-described = 最近 7 天各话题的论文数，与前四周对比。
topics-rose = 升温：{ $topics }。
topics-fell = 降温：{ $topics }。
topics-one = { $name } { $now } 篇，平时 { NUMBER($usual, maximumFractionDigits: 0) } 篇
digest-late = ⏰ 来晚了：未能在预定时间送达。
digest-not-translated = 🌐 这次未能全部翻译，其余保留作者原文
digest-votes = 点赞数截至 { $time }
digest-next = 下一期：{ $when }
digest-next-holiday = 下一期：{ $when }（不一定有内容：{ $day } arXiv 放假，不发布论文）

button-more = 另外 { $count } 篇
button-why = 为什么是这些？
button-mine = 给我也订一份
button-unsubscribe = 退订

empty-weekend = 周末不发布论文。
empty-holiday = arXiv 放假，没有发布论文。
empty-skipped = { $considered ->
        [1] 已跳过：Paperboy 当时没有运行，恢复时已晚了十二个多小时。
       *[other] 截至当时共跳过 { $considered } 期速递：Paperboy 当时没有运行，恢复时已晚了十二个多小时。
    }
empty-put-back = { $considered ->
        [1] 已跳过：数据库恢复到了较早的备份，这一期可能已经发过。
       *[other] 截至当时共跳过 { $considered } 期速递：数据库恢复到了较早的备份，这些可能已经发过。
    }
empty-source-silent = { $known ->
        [0] 最近七天，各来源没有送来任何内容。
       *[other] 自{ $since }以来，各来源没有送来任何新内容。
    }
empty-see-status = 原因见 `/速递 状态`。
empty-nothing-matched = { $considered ->
        [1] 发布了 1 篇论文，但不符合条件。
       *[other] 发布了 { $considered } 篇论文，没有一篇符合条件。
    }
empty-all-shown = 没有新论文：符合条件的都已在这里展示过。

more-title = 另外 { $count } 篇论文
more-none = 就是这些了。
edition-gone = 这条消息所属的速递或订阅已被删除，无法再提供更多信息。消息里的论文仍可点编号打开。

why-title = 为什么是这些？
why-rule = 按匹配程度、在当天论文中的表现以及有无代码排序，再兼顾不同话题。同一个地方不会重复推送。
why-because = { $reasons }
why-left-out = 未入选：{ $rules }
why-all-here = 没有论文落选。

reason-matches = 匹配 { $terms }
reason-everything = 本周发布
reason-top-voted = 当天点赞第 { $a } 名（共 { $b } 篇）
reason-rose = 从 ▲{ $a } 升至 ▲{ $b }
reason-discussed = { NUMBER($count) } 条评论
reason-code = 有代码
reason-pinned = 在这里置顶

left-out-not-matching = { $count } 篇不符合条件
left-out-shown-before = { $count } 篇已在这里展示过
left-out-too-similar = { $count } 篇与入选论文太相似
left-out-below-limit = { $count } 篇超出篇数上限
left-out-withdrawn = { $count } 篇已撤稿

## 出错时

failure-unexpected = Paperboy 这边出了点问题，已在日志中记为 `{ $code }`，请再试一次。
failure-old-control = 这个按钮来自另一个版本的 Paperboy。请重新运行命令。
failure-too-many = 这里已有 { $most } 个订阅，达到上限。请先移除一个。
failure-not-allowed = 你没有权限在这里这样做。
failure-invalid = 没能看懂输入的内容。
failure-did-you-mean = 你是不是想输入 { $nearest }？

failure-query = 查询从这里开始读不通，应为：{ $expected }。
failure-query-suggestion = 你是不是想输入 `{ $suggestion }`？
expected-term = 一个词

failure-time-missing = 缺少时间。请写成 09:00 或 9 pm 的形式。
failure-time-not-understood = “{ $text }”不是有效的时间。请写成 09:00 或 9 pm 的形式。
failure-time-out-of-range = 没有“{ $text }”这个时间。小时为 00 到 23，分钟为 00 到 59。
failure-days-missing = 没有写哪几天。请写 `每天`、`周末`、`周二至周六`，或者列出来，例如 `周一、周三、周五`。
failure-day-not-understood = 看不懂“{ $text }”是哪天。请写 `每天`、`周末`、`周二至周六`，或者列出来，例如 `周一、周三、周五`。
failure-day-range-incomplete = “{ $text }”两边都要写上日子，例如 `周二至周六`。
failure-zone = Paperboy 不认识“{ $text }”这个时区。
expected-end = 结尾
expected-closing-quote = 右引号
expected-closing-parenthesis = 右括号
expected-number = 一个数字
expected-yes-or-no = `yes` 或 `no`
expected-field-value = 冒号后面的内容
expected-known-field = 以下之一：`author:` `category:` `org:` `source:` `upvotes:` `code:`
expected-shorter-text = 不超过 500 个字符
expected-fewer-terms = 不超过 64 个词
expected-less-nesting = 少几层括号

## 私信与提醒

dm-hello = 📬 你的论文会发到这里。用 `/我的订阅` 更改或暂停，用 `/退订` 停止。
dm-closed-notice = 📪 论文没能送到：你的私信对 Paperboy 是关闭的。请在你们共同所在的服务器里允许私信，然后点击 **重试**。

alert-missing-permission = ⚠️ { $channel } 的速递已停止：Paperboy 在那里缺少 { $detail } 权限。补上后会自动继续。
alert-refused-all-the-same = ⚠️ { $channel } 的速递已停止：Paperboy 拥有全部所需权限，Discord 却不让它在那里发言。请看看它是否在服务器里被禁言了。Paperboy 每小时会重试一次，成功后自动继续；不会再次提醒你。
alert-channel-gone = ⚠️ { $channel } 的速递已停止：频道已不存在，或者 Paperboy 看不到它。速递会保留 30 天：频道恢复或重新邀请 Paperboy 后会自动继续，也可以用 `/速递 编辑` 换一个频道。
alert-too-late = ⚠️ { $channel } 的速递有一期没有送达：尝试了十二小时仍无法发送。`/速递 状态` 里有更多信息。速递会继续；在下次送达之前不会再次提醒你。
alert-not-taken = ⚠️ { $channel } 的速递有一期没有送达：Discord 没有接受这条消息（{ $detail }）。这是 Paperboy 的问题，与频道无关。速递会继续；在下次送达之前不会再次提醒你。
alert-automod = ⚠️ { $channel } 的速递有一期没有送达：AutoMod 拦截了这条消息。请在服务器设置的 AutoMod 中，把 Paperboy 的身份组或该频道设为规则的例外。速递会继续；在下次送达之前不会再次提醒你。
alert-links = ⚠️ { $channel } 的速递有一期没有送达：Discord 认为其中有有害链接，因此拦截了它。这不是服务器的问题。速递会继续；在下次送达之前不会再次提醒你。
alert-channel-refused = 之所以通知你，是因为 Paperboy 无法在提醒频道 { $channel } 里发言。

permission-view-channel = 查看频道
permission-send-messages = 发送消息
permission-read-message-history = 阅读消息历史记录

button-try-again = 重试

## 论文

paper-gone = 这里已经没有这篇论文了。
paper-saved = 🔖 已收藏。用 `/收藏 列表` 查看你收藏的论文。
paper-post-not-here = 这只能发到服务器的频道里。
paper-post-not-allowed = 你没有在这个频道发言的权限，所以没有发出。
paper-share-not-allowed = 你没有在这个频道发言的权限，所以没有分享。不带 `分享` 选项时，只有你能看到结果。
paper-posted-by = 由 { $user } 分享

# Similar papers
similar-title = ### 🧭 与“{ $title }”相似的论文
similar-how = 按词语（越少见越重要）、关键词和作者比较。
similar-about = 共同词语：{ $words }
similar-keywords = 相同关键词：{ $keywords }
similar-authors = 共同作者：{ $names }
similar-close = 用词相近
similar-nothing = 这里没有与这篇论文相似的。`/搜索` 可以按你自己的词语查找论文。

## 时间安排与查询的说法

language-name = 简体中文

# 日期写法，采用 Unicode 日期格式字母（unicode.org/reports/tr35，“Date Field Symbols”）。
pattern-day = M月d日EEE
pattern-full-day = y年M月d日
pattern-month = y年M月
pattern-weekday-time = EEE HH:mm

day-0 = 周一
day-1 = 周二
day-2 = 周三
day-3 = 周四
day-4 = 周五
day-5 = 周六
day-6 = 周日

days-daily = 每天
days-weekdays = 周一至周五
days-weekends = 周末
days-weekly-0 = 每周一
days-weekly-1 = 每周二
days-weekly-2 = 每周三
days-weekly-3 = 每周四
days-weekly-4 = 每周五
days-weekly-5 = 每周六
days-weekly-6 = 每周日
days-run = { $first }至{ $last }

schedule-line = { $days } { $time }，{ $zone }
schedule-short = { $days } { $time }
schedule-next = 下一期：{ $at }（{ $in }）
schedule-next-holiday = 下一期：{ $at }（{ $in }），不一定有内容：{ $day } arXiv 放假，不发布论文

query-everything = 全部论文
query-author = 作者 { $names }
query-votes = 至少 ▲{ $count }

limit-line = { $count ->
        [1] 1 篇论文
       *[other] 最多 { $count } 篇论文
    }

dry-run = { $papers ->
        [0] 过去 30 天没有符合条件的论文。
        [1] 过去 30 天：1 篇论文。
       *[other] 过去 30 天：{ $papers } 篇论文，平均每天 { NUMBER($aday, maximumFractionDigits: 1) } 篇，最多的一天 { $busiest } 篇。
    }
dry-run-empty = 还没有收录任何论文，暂时无法估计会有多少。

paused-asked = ⏸️ 已于 { $since } 暂停。恢复之前不会发送任何内容。
paused-missing-permission = ⛔ 自 { $since } 起停止：Paperboy 在那里缺少 { $missing } 权限。补上后会自动继续。
paused-refused-all-the-same = ⛔ 自 { $since } 起停止：Paperboy 拥有全部所需权限，Discord 却不让它在那里发言。请看看它是否在服务器里被禁言了。Paperboy 每小时会重试一次。
paused-channel-gone = ⛔ 自 { $since } 起停止：频道已不存在，或者 Paperboy 看不到它。问题解决后会自动继续，也可以用 `/速递 编辑` 换一个频道；30 天后会被删除。
paused-dm-closed = 📪 自 { $since } 起停止：你的私信对 Paperboy 是关闭的。请在你们共同所在的服务器里允许私信，然后点击 **重试**。

channel-unknown = 已不存在的频道

## 输入时的选项

choice-zone = { $zone }，现在 { $time }
choice-query = ✓ { $query } · 30 天内 { $count } 篇论文
choice-fault = ✗ { $why }
choice-digest = #{ $channel } · { $schedule } · { $query }
choice-subscription = { $query } · { $schedule }
choice-all-subscriptions = 全部订阅
choice-silent = 静音
choice-normal = 发送通知
choice-notes-problems = 只在出问题时
choice-notes-all = 只要没有内容可发
choice-notes-none = 从不
choice-show = 显示
choice-hide = 隐藏

## 表单

form-try-again = 去修改…
form-fault = **{ $field }** · { $why }
form-number = “{ $text }”不是 { $least } 到 { $most } 之间的整数。
form-what-title = 发送什么
form-when-title = 何时发送
form-digest-title = 更改速递
form-topics = 主题
form-topics-help = 词语、"精确短语"、-排除、a | b、category:cs.cl；* 表示全部
form-authors = 作者
form-authors-help = 多个姓名用逗号或顿号隔开，符合任意一位即可
form-votes = 最少点赞数
form-votes-help = 0 表示不限
form-query = 查询
form-query-help = 词语、"精确短语"、-排除、a | b、author: category: org: upvotes:>=20；* 表示全部
form-time = 时间
form-time-help = 例如 09:00 或 9 pm
form-timezone = 时区
form-timezone-help = 城市的英文名或时区，例如 Shanghai 或 Asia/Shanghai
form-days = 星期
form-days-help = 每天、周末、周二至周六、每周一，或 周一、周三、周五；也可以用英文
form-limit = 篇数
form-limit-help = 一条消息最多几篇，1 到 15

## /速递

cmd-digest = 服务器的每日论文
cmd-digest-setup = 每天把论文送到一个频道
cmd-digest-edit = 更改速递；没有填写的保持不变
cmd-digest-preview = 看看现在会发什么，只有你能看到
cmd-digest-now = 立即发布新论文，频道里所有人都能看到
cmd-digest-pause = 暂停速递，直到恢复为止
cmd-digest-resume = 让暂停的速递继续
cmd-digest-remove = 移除速递
cmd-digest-status = 发过什么、接下来发什么、有没有问题
cmd-digest-settings = 服务器的语言，以及是否显示 AI 总结
opt-digest = 哪个速递
opt-timezone = 时区，例如 Asia/Shanghai
opt-channel = 发布到哪里：文字频道、公告频道或子区；默认为当前频道
opt-time = 几点发布，例如 09:00（默认）
opt-days = 星期几：每天（默认）、周末、周二至周六、周一、周三 …
opt-query = 关于什么：词语、"短语"、-排除、author: category: …；* 表示全部
opt-limit = 一条消息最多几篇论文，1 到 15（默认 9）
opt-language = 论文以外的文字所用的语言
opt-notify = 速递是否发出通知提示（默认静音）
opt-notes = 什么时候告知没有内容可发
opt-ai = 是否显示由模型撰写的总结
opt-alerts = 速递无法发布时，在哪个频道提醒
opt-again = 重发上一期速递，而不是发布新的一期

digest-panel-title = 📰 { $channel } 的速递
digest-panel-may-post = ✅ Paperboy 可以在那里发布：查看频道、发送消息、阅读消息历史记录。
digest-panel-missing = ⚠️ Paperboy 还不能在那里发布，它在 { $channel } 缺少 { $missing } 权限。请在频道设置的“权限”中授予，其他都不需要。
digest-panel-unseen = ⚠️ Paperboy 看不到 { $channel }，它在那里缺少 { $missing } 权限。请在频道设置的“权限”中授予，其他都不需要。
digest-panel-gone = ⚠️ 频道已不存在，或者 Paperboy 看不到它。
digest-alerts-missing = ⚠️ 无法在 { $channel } 发送提醒：Paperboy 在那里缺少 { $missing } 权限。补上之前，会用私信通知创建速递的人。
digest-alerts-gone = ⚠️ 无法在 { $channel } 发送提醒：频道已不存在，或者 Paperboy 看不到它。会用私信通知创建速递的人。
digest-panel-silent = 静音
digest-panel-normal = 发送通知
digest-panel-notes-problems = 出问题时会告知
digest-panel-notes-all = 没有内容时都会告知
digest-panel-notes-none = 没有内容时从不告知
digest-panel-ai = 显示 AI 总结
digest-panel-no-ai = 隐藏 AI 总结
digest-panel-alerts = 提醒发到 { $channel }
digest-panel-set-up = 速递已创建。
digest-panel-changed = 速递已更改。

button-preview = 预览
button-post-now = 立即发布
button-post-again = 重发上一期
button-edit = 编辑…
button-pause = 暂停
button-resume = 恢复
button-remove = 移除
button-remove-sure = 是的，移除
button-keep = 保留
button-send-again = 重新发送
button-send-again-of = 重新发送：{ $when }
button-no-alerts-channel = 不用提醒频道

digest-none = 这个服务器还没有速递。用 `/速递 创建` 创建一个，只需要填时区。
digest-which = 这个服务器有 { $count } 个速递。请在 `速递` 选项中选择一个。
digest-not-found = 这个服务器没有这个速递。请从 `速递` 选项列出的速递中选择。
digest-channel-forum = 论坛暂时没有适合放每日消息的地方。请选择文字频道、公告频道或子区。
digest-channel-kind = 速递可以发布在文字频道、公告频道或子区。请在 `频道` 选项中选择一个。
digest-channel-unseen = Paperboy 看不到 { $channel }。请在那里授予它“查看频道”权限，然后重新运行命令。什么都没有创建。
digest-nothing-given = 没有填写任何内容，所以没有更改。请填写要更改的内容，或点击下方的“编辑…”。
digest-remove-sure = 要移除 { $channel } 的速递吗？之后不会再在那里发布。已发布的内容会保留，重新创建速递也不会重复发布。
digest-removed = 已移除 { $channel } 的速递。
digest-was-removed = 这个速递已被移除。用 `/速递 创建` 创建一个新的。
digest-now-missing = 没有发布：Paperboy 在 { $channel } 缺少 { $missing } 权限。
digest-now-gone = 没有发布：频道已不存在，或者 Paperboy 看不到它。
digest-now-posted = 📣 已在 { $channel } 发布，那里的所有人都能看到：[{ $count } 篇论文]({ $link })。
digest-now-on-its-way = ⏳ 还没能发布到 { $channel }：Discord 没有接收。Paperboy 会继续尝试，结果见 `/速递 状态`。
digest-now-refused = ⛔ Discord 拒绝了发往 { $channel } 的消息。原因见 `/速递 状态`。
digest-resent = 📣 已在 { $channel } 重新发送：{ $count ->
        [0] [通知]({ $link })
       *[other] [{ $count } 篇论文]({ $link })
    }。
digest-resend-done = 这一期已经重新发送过，或已确认送达。结果见 `/速递 状态`。
digest-resend-stopped = { $channel } 的速递已停止，所以没有发送。请先恢复它。
digest-now-left = { $left ->
        [0] 已发布的论文不会再次出现，下一期只有届时新发布的论文。
       *[other] 已发布的论文不会再次出现。还有 { $left } 篇论文留给下一期。
    }
digest-now-again-left = 这是把上一期又发了一次，不影响下一期。
digest-now-nothing = 没有在 { $channel } 发布任何内容。{ $cause }
digest-settings-now = 这个服务器的速递：语言为{ $language }，{ $ai }。新的速递以此为准；用 `/速递 编辑` 单独更改某一个。
digest-settings-followed = { $count ->
        [1] 现有的速递立即生效。
       *[other] 现有的 { $count } 个速递立即生效。
    }

status-title = 这个服务器的速递
status-none-yet = 还没有发布过
status-papers = { $count } 篇论文
status-sent = ✅ { $at } · [{ $what }]({ $link })
status-arrived = ✅ { $at } · { $what }
status-planned = ⏳ { $at } · { $what } · 发送中
status-sending = ⏳ { $at } · { $what } · 发送中{ $detail }
status-refused = ⛔ { $at } · { $what } · 被 Discord 拒绝{ $detail }
status-unsure = ❓ { $at } · { $what } · 不确定是否送达，也无法回查频道
status-unsure-put-back = ❓ { $at } · { $what } · 不确定是否送达：数据库恢复到了较早的备份
status-expired = ⌛ { $at } · { $what } · 未能发送{ $detail }
status-quiet = ➖ { $at } · { $what }
detail-after = ：{ $detail }
detail-too-late = 十二小时内没有成功
detail-rate-limited = Discord 要求稍等
detail-discord-error = Discord 返回 { $status }
detail-discord-refused = Discord 返回 { $status }
detail-no-connection = 无法连接 Discord
detail-put-back = 数据库恢复到了较早的备份
detail-connection-lost = 与 Discord 的连接中断
detail-dm-brake = Discord 限制了私信的发送速度
detail-dm-closed = 私信已关闭
detail-missing-permission = 缺少权限
detail-channel-gone = 频道已不存在
detail-invalid = Discord 不接受这条消息
detail-automod = AutoMod 拦截了这条消息
detail-links = Discord 认为其中有有害链接并拦截了它
detail-broke = Paperboy 自身的故障，已记入日志
detail-unreadable = 存储的内容无法读取
status-indexed = 已收录：{ $count ->
        [0] 还没有论文
        [1] 1 篇论文，{ $newest }
       *[other] { $count } 篇论文，{ $oldest }至{ $newest }
    }
status-source-ok = { $source }：{ $when }有响应
status-source-error = ⚠️ { $source }：{ $when }出错：{ $why }
status-source-new = { $source }：还没有访问过
source-huggingface = Hugging Face Daily Papers

## 服务器自己的来源

cmd-digest-source = 这个服务器另外读取的订阅源、论著页和文献列表
cmd-digest-source-add = 添加订阅源、论著页或文献列表；那里的新内容会出现在速递里
cmd-digest-source-list = 这个服务器添加了哪些来源，能否读取
cmd-digest-source-remove = 移除这个服务器的一个来源
opt-source-url = 订阅源（RSS/Atom）、论著页或文献列表的网址
opt-source-file = 文献列表文件：.bib、CSL-JSON 或保存的网页，不超过 1 MB
opt-source-name = 给它起个名称；默认用它自己的标题或网址
opt-source = 哪个来源

source-added-feed = 📡 **{ $name }** 已成为这个服务器的来源：现有 { $count } 个条目，今后新增的会作为新内容出现在这个服务器的速递里。
source-added-bibliography = 📚 **{ $name }** 已成为这个服务器的来源：{ $count } 篇论著。今后新增的会作为新内容出现在这个服务器的速递里。
source-read-again = 📚 已重新读取 **{ $name }**：{ $count } 篇论著，{ $news ->
        [0] 没有新增
       *[other] 其中 { $news } 篇是新的
    }。
source-faults = ⚠️ { $count ->
        [1] 有 1 个条目未收入：
       *[other] 有 { $count } 个条目未收入，例如：
    }
source-what-now = 用 `/论著` 浏览。在速递的查询里写 `source:` 加它的名称，就只看这个来源。它每小时重新读取一次。
source-what-now-file = 用 `/论著` 浏览。在速递的查询里写 `source:` 加它的名称，就只看这个来源。文件只读取一次：有改动时，请用同一名称重新添加。
source-removed = 已移除 **{ $name }**。已发布或收藏的内容会保留。
source-not-found = 这个服务器没有叫这个名称的来源。请从选项列出的来源中选择。
source-refused-too-many = 这个服务器已有 { $most } 个来源，达到上限。请先用 `/速递 来源 移除` 移除一个。
source-refused-name-taken = 这个服务器已有名为 **{ $name }** 的来源。请在 `名称` 选项里换一个名称，或先移除原来的。
source-refused-no-address = 这不是网址。它应以 https:// 开头，和浏览器地址栏里显示的一样。
source-refused-nothing = 请在 `网址` 选项里填写网址，或在 `文件` 选项里上传文件。
source-refused-both = 网址和文件只能给一个。
source-refused-too-large = 这个文件超过 1 MB。请去掉较早的条目或摘要，或者改为提供它所在的网址。
source-unread = 没有添加：无法读取这个网址（{ $why }）。请在浏览器里打开看看；如果能显示，请过几分钟再试。
source-unfit-empty = 没有添加：里面没有内容。
source-unfit-unknown = 没有添加：这既不是订阅源，也不是 BibTeX、CSL-JSON 或网页。请提供订阅源本身的网址，或把列表导出为 BibTeX。
source-unfit-no-entries = 没有添加：无法区分其中的条目。可以读取用 al-folio 制作的页面、带 schema.org 或 COinS 数据的页面，以及为每篇论文附有链接的列表；其他情况请把列表导出为 BibTeX 再提供。
source-unfit-too-large = 没有添加：内容太大，无法读取。请只提供一部分，例如最近几年的。
source-unfit-too-many = 没有添加：条目超过 5,000 个。请只提供一部分，例如最近几年的。
source-unfit-broken = 没有添加：看起来是 JSON，但不完整（{ $place }）。请重新导出一次。
source-unfit-forbidden = 没有添加：Paperboy 只读取人人都能访问的网址，须使用常用端口，且不含密码。
sources-title = 📡 这个服务器另外读取的来源
sources-none = 这个服务器没有自己的来源。拥有“管理服务器”权限的人可以用 `/速递 来源 添加` 添加订阅源、论著页或文献列表。
source-line = **{ $name }** · { $count } 个条目 · { $where }
source-of-file = 文件
source-failing = ⚠️ 自 { $since } 起无法读取，每小时会重试一次
source-capped = ⏳ 一天内新条目超过 { $most } 条，其余会在之后几天收录；文件请重新添加
digest-panel-sources = 另有来源：{ $names }

cmd-publications = 按年份浏览论著列表
opt-publications-name = 哪个列表
opt-publications-year = 只看这一年
publications-title = 📚 { $name } · { $count } 篇论著
publications-undated = 年份不详
publications-none = **{ $name }** 目前没有条目。
publications-none-that-year = **{ $name }** 没有 { $year } 年的条目。有条目的年份：{ $years }。
publications-gone = 这里已经没有这个列表了。
publications-unknown = 这里没有叫这个名称的列表。请从选项列出的列表中选择。
publications-nowhere = 这里没有可以浏览的列表。在服务器里，拥有“管理服务器”权限的人可以用 `/速递 来源 添加` 添加。

## /订阅

cmd-subscribe = 通过私信接收论文
cmd-subscriptions = 你的订阅：更改、暂停、预览、删除
cmd-unsubscribe = 停止一个订阅
opt-subscription = 哪个订阅
opt-timezone-mine = 你的时区，例如 Asia/Shanghai

subscribe-title = ✉️ 通过私信接收论文
subscribe-title-edit = ✉️ 更改订阅
subscribe-what = **内容** · { $query }
subscribe-when = **时间** · { $when }
subscribe-most = **篇数** · 每条消息{ $limit }
subscribe-zone-guessed = { $zone } 是根据你的语言推测的，可用 **时间…** 更改。
subscribe-zone-guessed-command = { $zone } 是根据你的语言推测的，可用 **编辑…** 更改。
subscribe-cancelled = 没有更改。
subscribe-cancelled-new = 没有订阅。
subscribe-done = ✅ 已订阅。论文会通过私信送来。
subscribe-changed = ✅ 已更改。
subscribe-closed = 📪 已订阅，但你的私信对 Paperboy 是关闭的，所以什么都送不到。请在你们共同所在的服务器的隐私设置里允许私信，然后点击 **重试**。
subscribe-gone = 这个面板已用过或已过期。用 `/订阅` 打开新的。

button-what = 内容…
button-when = 时间…
button-subscribe = 订阅
button-save-changes = 保存
button-cancel = 取消
button-delete = 删除
button-delete-sure = 是的，删除
button-delete-all-sure = 是的，全部删除
button-undo = 撤销
button-all-subscriptions = 全部订阅
button-missed = 查看错过的 { $count } 篇
missed-title = { $count ->
        [0] 没有错过的论文
       *[other] 未能送达期间发布了 { $count } 篇论文
    }
missed-none = 那段时间的论文，之后都已展示过。

dm-open-again = 📬 你的私信已开放，论文会继续送来。
dm-open-already = 📬 你的私信是开放的。
dm-still-closed = 📪 仍然关闭：Discord 不让 Paperboy 给你发消息。请在你们共同所在的服务器的隐私设置里允许私信，然后点击 **重试**。

subscriptions-title = 你的订阅
subscriptions-none = 你还没有订阅。用 `/订阅` 创建一个。
subscriptions-pick = 选择一个，更改、暂停、预览或删除
subscriptions-more = … 还有 { $count } 个，见下方菜单。
subscription-title = ✉️ { $query }
subscription-gone = 这个订阅已经不在了。
subscription-last = 上一期：{ $what }
subscription-last-sent = { $at }，{ $what }
subscription-last-empty = { $at }，没有论文。{ $cause }
subscription-last-none = 还没有发送过
subscription-delete-sure = 要删除“{ $query }”吗？之后不会再收到它的内容。
subscription-delete-all-sure = { $count ->
        [1] 要删除你的订阅吗？之后不会再收到任何内容。
       *[other] 要删除全部 { $count } 个订阅吗？之后不会再收到任何内容。
    }
subscription-deleted = { $count ->
        [1] 已删除。不会再收到它的内容。
       *[other] 已删除全部 { $count } 个订阅。不会再收到任何内容。
    }
subscription-which = 请在 `订阅` 选项中选择一个，或选择“全部订阅”。
unsubscribed = 已退订“{ $query }”，不会再收到它的内容；用 `/退订` 可彻底删除。
unsubscribe-undone = 已恢复，会继续送来。

## /论文 与“查找论文”

cmd-paper = 按标题（记不全也行）、编号或网址查找论文
opt-paper-title = 你记得的标题、arXiv 编号或网址
opt-paper-share = 让这里的所有人都看到，而不只是你
menu-find-papers = 查找论文

indexed = 已收录：{ NUMBER($count) } 篇论文，{ $oldest }至{ $newest }。
indexed-nothing = 这里还没有论文，正在获取中。请过几分钟再试。

paper-empty = 没有填写标题。请输入你记得的标题、arXiv 编号或网址。
paper-several = 是哪一篇？
paper-pick = 选择一篇论文
paper-not-here = 这里没有与“{ $typed }”相近的标题。
paper-being-indexed = 正在为标题建立索引，已完成 { $percent } %：“{ $typed }”其实可能已经在这里。请过一分钟再试；编号、网址和 `/搜索` 现在就能用。
paper-not-indexed = 目前无法搜索标题，所以“{ $typed }”其实可能已经在这里。编号、网址和 `/搜索` 可以使用；标题请稍后再试。
paper-id-not-here = 这里没有收录 { $id }。
paper-nearest = 最接近的标题：
paper-found-shared = 找到了，已分享给所有人。
asked-unknown = 已向别处查询，没有确切结果：{ $services }。
asked-failed = 无法查询：{ $services }。请过几分钟再试。
asked-trouble = { $service }（{ $why }）
service-huggingface = Hugging Face
service-arxiv = arXiv
service-semantic-scholar = Semantic Scholar
service-openalex = OpenAlex
service-crossref = Crossref
service-openreview = OpenReview
trouble-unreachable = 没有响应
trouble-busy = 请求过于频繁
trouble-refused = 请求被拒绝
trouble-broken = 服务故障
trouble-unreadable = 返回的内容无法识别
trouble-late = 耗时太久
button-abstracts = 搜索摘要
button-elsewhere = 不是这篇？到别处找找
elsewhere-nothing = 没有找到其他与“{ $typed }”相符的论文。
elsewhere-nobody = 没有别处可以查询了。
elsewhere-gone = 这个结果已过期。请重新运行 `/论文`。

find-title = 这条消息里有 { $count } 篇论文
find-nothing = 这条消息里没有找到论文。会查找编号、网址，以及放在引号里或单独成行的标题。
find-being-indexed = 正在为标题建立索引，已完成 { $percent } %：没找到的论文请过一分钟再试。
find-unindexed = 目前无法搜索标题：没找到的论文其实可能已经在这里。请稍后再试。
find-not-indexed = 这里没有收录：

draft-not-yours = 这些按钮是别人的。请自己运行命令，就会有你的按钮。

## /搜索 与 /热门

cmd-search = 搜索标题、摘要和作者
opt-search-query = 词语、"短语"、-排除、a | b、author: category: org: upvotes:>=20 code:yes；* 表示全部
opt-search-sort = 最匹配的在前（默认），或最新的在前
choice-best = 最匹配
choice-newest = 最新

search-reads = 🔎 { $query }
search-reads-not = ✗ 接下来应为：{ $expected }
search-title = ### 🔎 { $query }
search-widened = ### 🔎 含“{ $typed }”中任意一词
    没有论文包含全部词语，以下论文包含其中一部分。
search-count = { NUMBER($total) }{ $plus } 篇论文
search-sorted-best = 最匹配的在前
search-sorted-best-of = 最匹配的在前，取自最新的 { NUMBER($newest) } 篇
search-sorted-newest = 最新的在前
page-of = 第 { $page } 页，共 { $of } 页
search-nothing = 没有匹配的论文。
search-stopped = 这么常见的词搜索起来太慢，因此提前结束，可能还有更多。再加一个少见的词就能找到。
search-nothing-hint = 词越少，找到的越多；`a | b` 表示任意一个即可。`/论文` 连拼错的标题也能找到。**订阅这个查询** 会在有新论文时告诉你。
search-gone = 这次搜索已过期。请重新运行命令。
button-sort-best = 最匹配优先
button-sort-newest = 最新优先
button-subscribe-query = 订阅这个查询

cmd-trending = 点赞数上升最多的论文，以及上升了多少
opt-trending-period = 最近一天（默认）、一周或一个月
period-day = 天
period-week = 周
period-month = 月
trending-title = 📈 热门 · { $day }至今
trending-title-by-votes = 📈 点赞最多 · { $days ->
        [0] { $last }
       *[other] { $first }至{ $last }
    }
trending-rose = ▲{ $votes } · { $day }至今 +{ $by }
trending-new = 新论文，{ $days ->
        [1] 首日
       *[other] { $days } 天内
    } ▲{ $votes }
trending-by-votes = 这里还不知道点赞数的变化，所以按点赞数列出最新的论文。
trending-counted = 这里从{ $day }开始记录点赞数；更早的论文实际上升的可能更多。
trending-nothing = 这段时间没有发布论文。

query-example-1 = diffusion distillation
query-example-1-finds = 两个词都有
query-example-2 = "world models"
query-example-2-finds = 词语紧挨着
query-example-3 = robot -survey
query-example-3-finds = 不含某个词
query-example-4 = lora | adapters
query-example-4-finds = 任意一个词
query-example-5 = (vision | speech) benchmark
query-example-5-finds = 任意一个词，再加另一个
query-example-6 = author:"Yoshua Bengio"
query-example-6-finds = 某位作者的论文
query-example-7 = category:cs.CL upvotes:>=20
query-example-7-finds = 某个分类，且有一定点赞数
query-example-8 = org:google code:yes
query-example-8-finds = 某个机构，且有代码
query-example-9 = transform*
query-example-9-finds = 以此开头的词

## /收藏

cmd-library = 你收藏的论文
cmd-library-list = 列出你的收藏，最新的在前
cmd-library-export = 把你的收藏导出为文件
opt-library-find = 标题或作者中的词
opt-library-format = BibTeX（默认）、CSV 或 JSON
format-bibtex = BibTeX
format-csv = CSV，适用于电子表格
format-json = JSON

library-title = 🔖 你的收藏
library-title-find = 🔖 你的收藏：“{ $find }”
library-count = { NUMBER($count) } 篇论文
library-empty = 你还没有收藏。点击论文卡片上的 **收藏**，论文就会出现在这里。
library-none-found = 你的收藏里没有与“{ $find }”相近的论文。
library-remove = 移出一篇论文…
library-removed = 已移出：{ $title }
library-gone = 这个列表已过期。用 `/收藏 列表` 重新显示。
library-exported = { NUMBER($count) } 篇论文，已导出为文件。

## /设置

cmd-settings = 你的语言和时区，以及是否显示 AI 总结
opt-settings-language = Paperboy 回复你时用的语言
settings-title = ⚙️ 你的设置
settings-saved = ✅ 已记住，在所有服务器和私信中都有效。
settings-followed = { $count ->
        [1] 你的订阅立即生效。
       *[other] 你的 { $count } 个订阅立即生效。
    }
settings-zone-kept = 已有的订阅保持原来的时区，可用 `/我的订阅` 更改。
settings-language = **语言** · { $language }（{ $source }）
settings-timezone = **时区** · { $zone }（{ $source }）
settings-timezone-none = **时区** · 未选择
settings-ai = **AI 总结 ✨** · { $ai }（{ $source }）
settings-chosen = 由你选择
settings-from-discord = 跟随你的 Discord 语言
settings-guessed = 根据你的 Discord 语言推测
settings-default = 默认
settings-hint = 用 `/设置` 的选项更改。语言和 AI 总结的设置对已有订阅也有效；时区只用于新的订阅。

## /帮助

cmd-help = Paperboy 能做什么、怎么用
opt-help-topic = 想了解什么
help-choose = 了解…
help-topic-start = 开始
help-topic-digest = 服务器的每日速递
help-topic-paper = 查找论文
help-topic-search = 搜索与查询语法
help-topic-subscribe = 通过私信接收论文
help-topic-library = 你的收藏与设置
help-topic-privacy = 隐私

help-start =
    ### 📰 Paperboy
    把研究论文送到你平时阅读的地方：每天在频道里发布速递，凭记不全的标题找到论文，还能把你选的内容用私信送来。

    `/论文` 查找论文，标题拼错也没关系
    `/搜索` 搜索标题、摘要和作者
    `/热门` 查看谁的点赞数在上升
    `/论著` 按年份浏览论著列表
    `/订阅` 把你感兴趣的论文送给你
    `/收藏 列表` 查看你收藏的论文
help-start-owner = 你管理这个服务器：用 `/速递 创建` 把论文送进频道。只需要填时区，发布之前会先让你看到将要发布的内容。
help-start-reader = 每期速递下方，**给我也订一份** 可以为你自己订阅同样的内容，编号按钮会打开一篇论文，只有你能看到。

help-digest =
    ### 📰 服务器的每日速递
    供拥有“管理服务器”权限的人使用；也可以在服务器设置的“整合”中允许其他人使用。

    `/速递 创建` 把论文送进频道，只需要填时区
    `/速递 编辑` 只更改你填写的内容
    `/速递 预览` 看看现在会发什么，只有你能看到
    `/速递 立即发布` 马上发布，所有人都能看到
    `/速递 暂停` 和 `/速递 恢复` 让它停止或继续
    `/速递 移除` 结束速递
    `/速递 状态` 查看发过什么、接下来发什么、有没有问题
    `/速递 设置` 设定服务器的语言，以及是否显示 AI 总结
    `/速递 来源 添加` 让服务器读取自己的订阅源、论著页或文献列表；`/速递 来源 列表` 和 `/速递 来源 移除` 用来查看和移除

    前三篇论文完整展示，其余每篇一行。同一篇论文在一个频道只出现一次。速递下方的 **为什么是这些？** 会说明每篇论文入选的原因，以及哪些没有入选。
help-paper =
    ### 🔎 查找论文
    `/论文` 可以输入你记得的标题，拼错或不完整都行；也可以输入 arXiv 编号（如 2305.14314）、DOI，或者 arXiv、Hugging Face、alphaXiv、Semantic Scholar、OpenReview、ACL Anthology 的网址。输入时会给出标题建议。
    这里还没有的论文会到别处查询，需要几秒钟；下次就已经在这里了。如果找到的是另一篇，可以点击 **不是这篇？到别处找找**。
    结果只有你能看到。`分享` 选项会展示给所有人，之后也可以点击卡片上的 **发到这里**。
    点击卡片上的 **相似论文**，会列出与它相似的论文，以及各自的共同之处。

    菜单 **查找论文** 会找出一条消息里的论文：长按或右键点击消息，然后选择“应用”。
    `/热门` 列出最近一天、一周或一个月里，相对发布时间而言点赞数上升最多的论文，以及上升了多少。
help-search =
    ### 🔎 搜索
    `/搜索` 在标题、摘要和作者中查找，最匹配的或最新的在前。订阅和速递用的是同样的语法：
help-search-rules = 并排写表示 *且*，`|` 表示 *或*。单独的 `*` 表示全部。输入时，第一条建议会显示查询被理解成什么样。
help-subscribe =
    ### ✉️ 通过私信接收论文
    `/订阅` 会打开一个面板：主题、作者、最少点赞数、时间。在你确认之前，它会告诉你过去 30 天会收到多少篇。点击搜索下方的 **订阅这个查询** 或速递下方的 **给我也订一份**，会自动填好面板。
    `/我的订阅` 更改、暂停、预览或删除订阅
    `/退订` 停止一个或全部订阅，每条私信下方的按钮也可以
help-library =
    ### 🔖 你的收藏与设置
    点击论文卡片上的 **收藏**，就会保存到你的收藏里。
    `/收藏 列表` 查看收藏，也可以在那里移出论文
    `/收藏 导出` 导出为 BibTeX、CSV 或 JSON
    `/设置` 保存你的语言、时区，以及是否显示 AI 总结 ✨
    `/论著` 按年份浏览论著列表：服务器用 `/速递 来源 添加` 添加的，或所有人都能看的
    `/帮助` 显示这些页面
help-privacy =
    ### 🔒 隐私
    会保存的与你有关的内容（从你使用时才开始）：你的 Discord ID、设置、订阅和发给你的内容、收藏，以及进行中的搜索（两天）。Paperboy 不读取消息，只有你用 **查找论文** 选中的那条除外，而且不会保存其中任何内容。
    只会把下列内容交给别人，而且绝不透露是谁在查、谁在读。这里没有或不能确定的标题或编号，会到 Hugging Face、arXiv、Semantic Scholar、OpenAlex、Crossref 或 OpenReview 查询；你打开某篇论文的卡片时，会向 Hugging Face 询问有哪些内容与它关联。如果这个 Paperboy 的运营者设置了翻译服务，要翻译的标题和文字会发给它，服务器自己的论文也不例外。如果设置了总结模型，公开论文的摘要会发给它，服务器自己的论文则不会。
    备份保留 30 天。磁盘是否加密，由这个 Paperboy 的运营者决定。
    `/隐私 导出` 把所有这些内容作为文件给你
    `/隐私 删除` 删除所有这些内容

## /隐私

cmd-privacy = 保存了哪些与你有关的内容
cmd-privacy-export = 以文件形式获取与你有关的全部内容
cmd-privacy-delete = 删除与你有关的全部内容
privacy-nothing-kept = 没有保存任何与你有关的内容。
privacy-exported = 🔒 与你有关的全部内容。
privacy-backups = 备份保留 30 天，之后也会消失。磁盘是否加密，由这个 Paperboy 的运营者决定。
privacy-delete-title = 要删除与你有关的全部内容吗？
privacy-delete-what = 将删除：你的订阅（{ $subscriptions ->
        [0] 无
       *[other] { $subscriptions } 个
    }）和发给你的内容、你的收藏（{ $papers ->
        [0] 空
       *[other] { NUMBER($papers) } 篇论文
    }）、你的设置和搜索。此操作无法撤销。
privacy-digests-stay = 将保留：{ $count ->
        [1] 你创建的速递属于服务器
       *[other] 你创建的 { $count } 个速递属于各自的服务器
    }，会继续运行，但不再记录你的名字。
privacy-sources-stay = 将保留：{ $count ->
        [1] 你添加的来源属于服务器
       *[other] 你添加的 { $count } 个来源属于各自的服务器
    }，会继续读取，但不再记录你的名字。
privacy-deleted = 已删除。不再保存任何与你有关的内容，也不会再给你发送任何内容。
privacy-kept = 没有删除任何内容。
button-privacy-delete = 全部删除

## 命令和选项的名称

# 小写字母、文字、数字、- 和 _，不含空格，最多 32 个字符；命令之间、同一命令的选项之间不得重名。
# 上面的文字提到命令时，用的就是这里的名称。
name-add = 添加
name-again = 重发
name-ai = ai总结
name-alerts = 提醒频道
name-channel = 频道
name-days = 星期
name-delete = 删除
name-digest = 速递
name-edit = 编辑
name-export = 导出
name-file = 文件
name-find = 查找
name-format = 格式
name-help = 帮助
name-language = 语言
name-library = 收藏
name-limit = 篇数
name-list = 列表
name-name = 名称
name-notes = 无更新告知
name-notify = 通知
name-now = 立即发布
name-paper = 论文
name-pause = 暂停
name-period = 时段
name-preview = 预览
name-privacy = 隐私
name-publications = 论著
name-query = 查询
name-remove = 移除
name-resume = 恢复
name-search = 搜索
name-settings = 设置
name-setup = 创建
name-share = 分享
name-sort = 排序
name-source = 来源
name-status = 状态
name-subscribe = 订阅
name-subscription = 订阅
name-subscriptions = 我的订阅
name-time = 时间
name-timezone = 时区
name-title = 标题
name-topic = 主题
name-trending = 热门
name-unsubscribe = 退订
name-url = 网址
name-year = 年份
