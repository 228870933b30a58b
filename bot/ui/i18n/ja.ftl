# Paperboy の日本語の文面。原文は en.ftl、1 メッセージ 1 行。
# 波かっこの中はプログラムが埋める。残したまま、語順に合わせて動かしてよい。

list-or = { "または" }
list-and = { "、" }
sentence-gap = { "" }

## 論文カード

card-code = コードあり
card-machine-summary = ✨ { $model } によるAI要約
card-own-summary = ✨ { $model } によるAI要約（このPaperboyで作成）
card-model-unknown = 名称不明のモデル
text-abstract = 著者によるアブストラクト
text-opening = アブストラクトの冒頭
text-machine = ✨ AI要約（モデル名は論文カードに記載）
text-own = ✨ { $model } によるAI要約
text-retold = このデモのために書き直した紹介文
# Under a digest, of abstracts of which some are whole and some shortened.
digest-abstracts = アブストラクト（一部は短縮）
card-withdrawn = ⚠️ 著者により取り下げ

button-save = 保存
button-bibtex = BibTeX
button-post-here = ここに投稿
button-similar = 似た論文
button-pdf = PDF
button-code = コード
button-project = プロジェクトページ
button-back = 前へ
button-next = 次へ

linked-models = モデル{ $count }件
linked-datasets = データセット{ $count }件
linked-spaces = Space { $count }件
linked-on-huggingface = Hugging Face：{ $linked }

## 翻訳

translated-by = 🌐 翻訳：{ $translator }
translated-in-part = 一部は翻訳できず、原文のままです
translator-deepl = DeepL
translator-libretranslate = LibreTranslate
translator-openai = モデル { $model }
translate-failed = 🌐 翻訳できませんでした：{ $why }。上のカードは原文です。
translate-unreliable = 固有名詞や数式が正しく訳されないおそれがあります
translate-nobody = このPaperboyでは、論文の翻訳は行われなくなりました。
translate-is-yours = 論文は英語で、あなたへの返信も英語なので、翻訳するものはありません。別の言語にするには、`/設定` の `言語` で選んでください。
translate-not-offered = ここでは、論文はあなたの言語に翻訳されません。対応する言語は、このPaperboyの運営者が決めています。
translate-hidden = 翻訳は機械が書いた文章ですが、それを表示しない設定になっています。`/設定 ai要約: 表示する` でまた表示されます。
trouble-key = APIキーが受け付けられません
trouble-quota = 今月の利用枠を使い切りました
trouble-budget = 今月の文字数を使い切りました
trouble-language = 翻訳サービスがあなたの言語に対応していません

## ダイジェスト

digest-title = 📰 論文 · { $day }
digest-title-mine = 📬 あなたの論文 · { $day }
digest-about = テーマ：{ $query }
digest-counts = 新着{ $offered }件 · 表示{ $here }件{ $more ->
        [0] { "" }
       *[other] { " · " }ほか{ $more }件は下のボタンから
    }
digest-source-silent = ⚠️ { $since }以降、ソースから新しいものが届いていません。以下はそれより前の論文です。原因は `/ダイジェスト 状況` で確認できます。
digest-topics = **増えた話題・減った話題**
    -# 1週間の論文数：○ 直前4週間の平均 → 直近7日間
digest-topics-machine = ✨ AIが書いたキーワードに基づく
topics-described = 直近7日間の話題別の論文数。直前4週間との比較。
topics-rose = 増加：{ $topics }。
topics-fell = 減少：{ $topics }。
topics-one = { $name } { $now }件（普段は{ NUMBER($usual, maximumFractionDigits: 0) }件）
digest-late = ⏰ 遅れて届きました：予定の時刻に送信できませんでした。
digest-not-translated = 🌐 今回は翻訳できなかった部分があり、原文のままです
digest-votes = 投票数は{ $time }時点
digest-next = 次回：{ $when }
digest-next-holiday = 次回：{ $when }（{ $day }はarXivの休日で発表がないため、届かないことがあります）

button-more = ほか{ $count }件
button-why = 選ばれた理由
button-mine = DMでも受け取る
button-unsubscribe = 購読を解除

empty-weekend = 週末は論文の発表がありません。
empty-holiday = arXivが休日のため、発表がありませんでした。
empty-skipped = { $considered ->
        [1] スキップしました：Paperboyが停止していて、復帰が12時間以上遅れました。
       *[other] それまでのダイジェスト{ $considered }回分をスキップしました：Paperboyが停止していて、復帰が12時間以上遅れました。
    }
empty-put-back = { $considered ->
        [1] スキップしました：データベースを古いバックアップに戻したため、すでに届いている可能性があります。
       *[other] それまでのダイジェスト{ $considered }回分をスキップしました：データベースを古いバックアップに戻したため、すでに届いている可能性があります。
    }
empty-source-silent = { $known ->
        [0] この7日間、ソースから何も届いていません。
       *[other] { $since }以降、ソースから新しいものが届いていません。
    }
empty-see-status = 原因は `/ダイジェスト 状況` で確認できます。
empty-nothing-matched = { $considered ->
        [1] 論文が1件発表されましたが、条件に合いませんでした。
       *[other] 論文が{ $considered }件発表されましたが、条件に合うものはありませんでした。
    }
empty-all-shown = 新着はありません。条件に合う論文は、すべてここに表示済みです。

more-title = ほか{ $count }件の論文
more-none = これで全部です。
edition-gone = このメッセージのもとになった設定は削除されたため、これ以上の情報はありません。論文は番号ボタンから引き続き開けます。

why-title = 選ばれた理由
why-rule = 条件との一致度、その日の論文の中での順位、コードの有無で並べ、話題が偏らないように選んでいます。同じ場所に同じ論文が2度届くことはありません。
why-because = { $reasons }
why-left-out = 選ばれなかったもの：{ $rules }
why-all-here = すべて選ばれました。

reason-matches = { $terms } に一致
reason-everything = 今週発表
reason-top-voted = 投票数でその日の{ $b }件中{ $a }位
reason-rose = ▲{ $a } から ▲{ $b } に上昇
reason-discussed = コメント{ NUMBER($count) }件
reason-code = コードあり
reason-pinned = ここでピン留め

left-out-not-matching = 条件に合わず{ $count }件
left-out-shown-before = ここに表示済み{ $count }件
left-out-too-similar = 選んだ論文に類似{ $count }件
left-out-below-limit = 件数の上限に入らず{ $count }件
left-out-withdrawn = 取り下げ{ $count }件

## うまくいかないとき

failure-unexpected = Paperboy側で問題が発生しました。ログには `{ $code }` として記録されています。もう一度お試しください。
failure-old-control = このボタンは別のバージョンのPaperboyのものです。コマンドをもう一度実行してください。
failure-too-many = ここではすでに上限の{ $most }件に達しています。先にどれかを削除してください。
failure-not-allowed = ここでその操作をする権限がありません。
failure-invalid = 入力内容を理解できませんでした。
failure-did-you-mean = もしかして：{ $nearest }

failure-query = 検索条件がここで読み取れなくなりました。ここに入るもの：{ $expected }。
failure-query-suggestion = もしかして：`{ $suggestion }`
expected-term = 単語

failure-time-missing = 時刻がありません。09:00 や 9 pm のように入力してください。
failure-time-not-understood = 「{ $text }」は時刻として読み取れません。09:00 や 9 pm のように入力してください。
failure-time-out-of-range = 「{ $text }」という時刻はありません。時は00～23、分は00～59です。
failure-days-missing = 曜日がありません。`毎日`、`平日`、`火～土`、または `月、水、金` のように入力してください。
failure-day-not-understood = 「{ $text }」は曜日として読み取れません。`毎日`、`平日`、`火～土`、または `月、水、金` のように入力してください。
failure-day-range-incomplete = 「{ $text }」には、`火～土` のように両側に曜日が必要です。
failure-zone = 「{ $text }」というタイムゾーンは見つかりません。
expected-end = 末尾
expected-closing-quote = 閉じ引用符
expected-closing-parenthesis = 閉じかっこ
expected-number = 数字
expected-yes-or-no = `yes` か `no`
expected-field-value = コロンの後の内容
expected-known-field = `author:` `category:` `org:` `source:` `upvotes:` `code:` のいずれか
expected-shorter-text = 500文字以内の文字列
expected-fewer-terms = 64語以内の検索条件
expected-less-nesting = もっと浅いかっこの入れ子

## ダイレクトメッセージとアラート

dm-hello = 📬 あなたの論文はここに届きます。変更や一時停止は `/購読一覧`、停止は `/購読解除` で行えます。
dm-closed-notice = 📪 論文を届けられませんでした：Paperboyからのダイレクトメッセージが許可されていません。Paperboyと共通のサーバーでダイレクトメッセージを許可してから、**再試行** を押してください。

alert-missing-permission = ⚠️ { $channel } のダイジェストが停止しました：Paperboyに { $detail } の権限がありません。権限を付けると自動的に再開します。
alert-refused-all-the-same = ⚠️ { $channel } のダイジェストが停止しました：Paperboyに必要な権限はそろっていますが、Discordが書き込みを許可していません。サーバーでタイムアウトされていないか確認してください。1時間ごとに再試行し、自動的に再開します。この通知は繰り返しません。
alert-channel-gone = ⚠️ { $channel } のダイジェストが停止しました：チャンネルが存在しないか、Paperboyから見えません。設定は30日間保管されます。チャンネルが戻るかPaperboyを再び招待すると自動的に再開し、`/ダイジェスト 編集` で別のチャンネルに移すこともできます。
alert-too-late = ⚠️ { $channel } のダイジェストが1回届きませんでした：12時間試みましたが送信できませんでした。詳しくは `/ダイジェスト 状況` をご覧ください。ダイジェストは続きます。次に何か届くまで、この通知は繰り返しません。
alert-not-taken = ⚠️ { $channel } のダイジェストが1回届きませんでした：Discordがメッセージを受け付けませんでした（{ $detail }）。原因はチャンネルではなくPaperboyにあります。ダイジェストは続きます。次に何か届くまで、この通知は繰り返しません。
alert-automod = ⚠️ { $channel } のダイジェストが1回届きませんでした：AutoModがメッセージをブロックしました。サーバー設定のAutoModで、Paperboyのロールかこのチャンネルをルールの対象外にしてください。ダイジェストは続きます。次に何か届くまで、この通知は繰り返しません。
alert-links = ⚠️ { $channel } のダイジェストが1回届きませんでした：有害と判定されたリンクがあり、Discordがブロックしました。サーバー側の問題ではありません。ダイジェストは続きます。次に何か届くまで、この通知は繰り返しません。
alert-channel-refused = アラート用の { $channel } にPaperboyが書き込めなかったため、あなたにお知らせしています。

permission-view-channel = チャンネルを見る
permission-send-messages = メッセージを送信
permission-read-message-history = メッセージ履歴を読む

button-try-again = 再試行

## 論文

paper-gone = その論文は、もうここにはありません。
paper-saved = 🔖 保存しました。保存した論文は `/ライブラリ 一覧` で見られます。
paper-post-not-here = これはサーバーのチャンネルでのみ投稿できます。
paper-post-not-allowed = このチャンネルに書き込む権限がないため、何も投稿しませんでした。
paper-share-not-allowed = このチャンネルに書き込む権限がないため、何も共有しませんでした。`共有` を付けなければ、結果はあなたにだけ表示されます。
paper-posted-by = { $user } さんが共有

# Similar papers
similar-title = ### 🧭 「{ $title }」に似た論文
similar-how = 語（まれな語ほど重視）、キーワード、著者で比べています。
similar-about = 共通の語：{ $words }
similar-keywords = 同じキーワード：{ $keywords }
similar-authors = 共通の著者：{ $names }
similar-close = 使われている語が近い論文
similar-nothing = この論文に似たものはここにありません。`/検索` なら好きな語で論文を探せます。

## 日程と検索条件の言い方

language-name = 日本語

# 日付の書き方。Unicode の日付パターンの文字（unicode.org/reports/tr35、“Date Field Symbols”）。
pattern-day = M月d日(EEE)
pattern-full-day = y年M月d日
pattern-month = y年M月
pattern-weekday-time = EEE曜 HH:mm

day-0 = 月
day-1 = 火
day-2 = 水
day-3 = 木
day-4 = 金
day-5 = 土
day-6 = 日

days-daily = 毎日
days-weekdays = 平日（月～金）
days-weekends = 土日
days-weekly-0 = 毎週月曜日
days-weekly-1 = 毎週火曜日
days-weekly-2 = 毎週水曜日
days-weekly-3 = 毎週木曜日
days-weekly-4 = 毎週金曜日
days-weekly-5 = 毎週土曜日
days-weekly-6 = 毎週日曜日
days-run = { $first }～{ $last }

schedule-line = { $days } { $time }、{ $zone }
schedule-short = { $days } { $time }
schedule-next = 次回：{ $at }（{ $in }）
schedule-next-holiday = 次回：{ $at }（{ $in }）。{ $day }はarXivの休日で発表がないため、届かないことがあります

query-everything = すべての論文
query-author = 著者 { $names }
query-votes = ▲{ $count } 以上

limit-line = { $count ->
        [1] 論文1件
       *[other] 論文{ $count }件まで
    }

dry-run = { $papers ->
        [0] この30日間に条件に合う論文はありませんでした。
        [1] この30日間：論文1件。
       *[other] この30日間：論文{ $papers }件、1日平均{ NUMBER($aday, maximumFractionDigits: 1) }件、最も多い日で{ $busiest }件。
    }
dry-run-empty = まだ何も収録されていないため、どのくらい届くかはわかりません。

paused-asked = ⏸️ { $since } から一時停止中です。再開するまで何も届きません。
paused-missing-permission = ⛔ { $since } から停止中：Paperboyに { $missing } の権限がありません。権限を付けると自動的に再開します。
paused-refused-all-the-same = ⛔ { $since } から停止中：Paperboyに必要な権限はそろっていますが、Discordが書き込みを許可していません。サーバーでタイムアウトされていないか確認してください。1時間ごとに再試行します。
paused-channel-gone = ⛔ { $since } から停止中：チャンネルが存在しないか、Paperboyから見えません。解消すると自動的に再開し、`/ダイジェスト 編集` で別のチャンネルに移すこともできます。30日たつと削除されます。
paused-dm-closed = 📪 { $since } から停止中：Paperboyからのダイレクトメッセージが許可されていません。Paperboyと共通のサーバーでダイレクトメッセージを許可してから、**再試行** を押してください。

channel-unknown = 存在しないチャンネル

## 入力中の候補

choice-zone = { $zone }、現在 { $time }
choice-query = ✓ { $query } · 30日間に論文{ $count }件
choice-fault = ✗ { $why }
choice-digest = #{ $channel } · { $schedule } · { $query }
choice-subscription = { $query } · { $schedule }
choice-all-subscriptions = すべての購読
choice-silent = サイレント
choice-normal = 通知する
choice-notes-problems = 問題があるときだけ
choice-notes-all = 投稿するものがないときはいつも
choice-notes-none = しない
choice-show = 表示する
choice-hide = 表示しない

## フォーム

form-try-again = 修正する…
form-fault = **{ $field }** · { $why }
form-number = 「{ $text }」は{ $least }～{ $most }の整数ではありません。
form-what-title = 届ける内容
form-when-title = 届ける日時
form-digest-title = ダイジェストの変更
form-topics = トピック
form-topics-help = 単語、"フレーズ"、-除外、a | b、category:cs.cl。* はすべて
form-authors = 著者
form-authors-help = カンマか読点で区切って入力。いずれかの著者に一致すれば届きます
form-votes = 最低投票数
form-votes-help = 0 は制限なし
form-query = 検索条件
form-query-help = 単語、"フレーズ"、-除外、a | b、author: category: org: upvotes:>=20。* はすべて
form-time = 時刻
form-time-help = 例：09:00、9 pm
form-timezone = タイムゾーン
form-timezone-help = 都市名（英語）またはタイムゾーン。例：Tokyo、Asia/Tokyo
form-days = 曜日
form-days-help = 毎日、平日、火～土、毎週月曜日、または 月、水、金。英語でも入力できます
form-limit = 件数
form-limit-help = 1つのメッセージに載せる最大数、1～15

## /ダイジェスト

cmd-digest = サーバーに毎日届く論文
cmd-digest-setup = チャンネルに毎日論文を届ける
cmd-digest-edit = ダイジェストを変更する（指定しない項目はそのまま）
cmd-digest-preview = 今届く内容を自分だけに表示する
cmd-digest-now = 今ある新着を、チャンネルの全員に向けてすぐに投稿する
cmd-digest-pause = 再開するまでダイジェストを止める
cmd-digest-resume = 一時停止したダイジェストを再開する
cmd-digest-remove = ダイジェストを削除する
cmd-digest-status = これまでの配信、次の予定、問題点を確認する
cmd-digest-settings = サーバーの言語と、AI要約を表示するかどうか
opt-digest = 対象のダイジェスト
opt-timezone = タイムゾーン（例：Asia/Tokyo）
opt-channel = 投稿先のテキスト／アナウンスチャンネル、またはスレッド（省略時は今のチャンネル）
opt-time = 時刻（例：09:00、省略時も09:00）
opt-days = 曜日：毎日（省略時）、平日、火～土、月、水 …
opt-query = テーマ：単語、"フレーズ"、-除外、author: category: …。* はすべて
opt-limit = 1つのメッセージに載せる論文の最大数、1～15（省略時は9）
opt-language = 論文以外の文章の言語
opt-notify = ダイジェストで通知音を鳴らすか（省略時はサイレント）
opt-notes = 投稿するものがないことをいつ知らせるか
opt-ai = モデルが書いた要約を表示するか
opt-alerts = ダイジェストを投稿できないときに知らせるチャンネル
opt-again = 新しいものの代わりに、前回のダイジェストをもう一度投稿する

digest-panel-title = 📰 { $channel } のダイジェスト
digest-panel-may-post = ✅ Paperboyはここに投稿できます：チャンネルを見る、メッセージを送信、メッセージ履歴を読む。
digest-panel-missing = ⚠️ Paperboyはまだ投稿できません。{ $channel } で { $missing } の権限がありません。チャンネル設定の「権限」で付けてください。ほかに必要なものはありません。
digest-panel-unseen = ⚠️ Paperboyから { $channel } が見えません。{ $missing } の権限がありません。チャンネル設定の「権限」で付けてください。ほかに必要なものはありません。
digest-panel-gone = ⚠️ チャンネルが存在しないか、Paperboyから見えません。
digest-alerts-missing = ⚠️ { $channel } にアラートを送れません：Paperboyに { $missing } の権限がありません。権限が付くまでは、ダイジェストを作成した人にダイレクトメッセージで知らせます。
digest-alerts-gone = ⚠️ { $channel } にアラートを送れません：チャンネルが存在しないか、Paperboyから見えません。ダイジェストを作成した人にダイレクトメッセージで知らせます。
digest-panel-silent = サイレント
digest-panel-normal = 通知する
digest-panel-notes-problems = 問題があるときに知らせる
digest-panel-notes-all = 新着がないときはいつも知らせる
digest-panel-notes-none = 新着がないことを知らせない
digest-panel-ai = AI要約を表示する
digest-panel-no-ai = AI要約を表示しない
digest-panel-alerts = アラートは { $channel } へ
digest-panel-set-up = ダイジェストを作成しました。
digest-panel-changed = ダイジェストを変更しました。

button-preview = プレビュー
button-post-now = 今すぐ投稿
button-post-again = 前回分をもう一度投稿
button-edit = 編集…
button-pause = 一時停止
button-resume = 再開
button-remove = 削除
button-remove-sure = はい、削除します
button-keep = 残す
button-send-again = もう一度送信
button-send-again-of = もう一度送信：{ $when }
button-no-alerts-channel = アラート用チャンネルを使わない

digest-none = このサーバーにはダイジェストがありません。`/ダイジェスト 作成` で作れます。必要なのはタイムゾーンだけです。
digest-which = このサーバーにはダイジェストが{ $count }件あります。`ダイジェスト` で1つ選んでください。
digest-not-found = そのダイジェストはこのサーバーにありません。`ダイジェスト` の候補から選んでください。
digest-channel-forum = フォーラムには、まだ毎日のメッセージを置く場所がありません。テキストチャンネル、アナウンスチャンネル、スレッドのいずれかを選んでください。
digest-channel-kind = ダイジェストを投稿できるのは、テキストチャンネル、アナウンスチャンネル、スレッドです。`チャンネル` で選んでください。
digest-channel-unseen = Paperboyから { $channel } が見えません。「チャンネルを見る」の権限を付けてから、コマンドをもう一度実行してください。何も作成していません。
digest-nothing-given = 何も指定されなかったため、変更していません。変更したい項目を指定するか、下の「編集…」を押してください。
digest-remove-sure = { $channel } のダイジェストを削除しますか？今後は何も投稿されません。投稿済みのものは残り、作り直しても再び投稿されることはありません。
digest-removed = { $channel } のダイジェストを削除しました。
digest-was-removed = このダイジェストは削除されています。`/ダイジェスト 作成` で新しく作れます。
digest-now-missing = 投稿していません：Paperboyには { $channel } で { $missing } の権限がありません。
digest-now-gone = 投稿していません：チャンネルが存在しないか、Paperboyから見えません。
digest-now-posted = 📣 { $channel } の全員に向けて投稿しました：[論文{ $count }件]({ $link })。
digest-now-on-its-way = ⏳ { $channel } にはまだ投稿できていません：Discordが受け付けませんでした。Paperboyが再試行を続けます。結果は `/ダイジェスト 状況` で確認できます。
digest-now-refused = ⛔ Discordが { $channel } へのメッセージを拒否しました。理由は `/ダイジェスト 状況` で確認できます。
digest-resent = 📣 { $channel } にもう一度送信しました：{ $count ->
        [0] [お知らせ]({ $link })
       *[other] [論文{ $count }件]({ $link })
    }。
digest-resend-done = これはすでに再送信されたか、届いていることが確認されています。結果は `/ダイジェスト 状況` で確認できます。
digest-resend-stopped = { $channel } のダイジェストは停止中のため、何も送信していません。先に再開してください。
digest-now-left = { $left ->
        [0] 投稿した論文は再び届かないので、次回のダイジェストにはそれまでの新着だけが載ります。
       *[other] 投稿した論文は再び届きません。あと{ $left }件が次回のダイジェストに残っています。
    }
digest-now-again-left = 前回のダイジェストをもう一度投稿しました。次回の内容は変わりません。
digest-now-nothing = { $channel } には何も投稿していません。{ $cause }
digest-settings-now = このサーバーのダイジェスト：言語は{ $language }、{ $ai }。新しいダイジェストはこの設定で始まります。個別の変更は `/ダイジェスト 編集` で行えます。
digest-settings-followed = { $count ->
        [1] 今あるダイジェストにもすぐに反映されます。
       *[other] 今ある{ $count }件のダイジェストにもすぐに反映されます。
    }

status-title = このサーバーのダイジェスト
status-none-yet = まだ何も投稿していません
status-papers = 論文{ $count }件
status-sent = ✅ { $at } · [{ $what }]({ $link })
status-arrived = ✅ { $at } · { $what }
status-planned = ⏳ { $at } · { $what } · 送信中
status-sending = ⏳ { $at } · { $what } · 送信中{ $detail }
status-refused = ⛔ { $at } · { $what } · Discordが拒否{ $detail }
status-unsure = ❓ { $at } · { $what } · 届いたかどうか不明で、チャンネルを読んで確認することもできません
status-unsure-put-back = ❓ { $at } · { $what } · 届いたかどうか不明：データベースを古いバックアップに戻しました
status-expired = ⌛ { $at } · { $what } · 送信できませんでした{ $detail }
status-quiet = ➖ { $at } · { $what }
detail-after = ：{ $detail }
detail-too-late = 12時間以内に送れませんでした
detail-rate-limited = Discordから待つように求められました
detail-discord-error = Discordの応答 { $status }
detail-discord-refused = Discordの応答 { $status }
detail-no-connection = Discordに接続できません
detail-put-back = データベースを古いバックアップに戻しました
detail-connection-lost = Discordとの接続が切れました
detail-dm-brake = Discordがダイレクトメッセージの送信速度を制限しています
detail-dm-closed = ダイレクトメッセージが許可されていません
detail-missing-permission = 権限が足りません
detail-channel-gone = チャンネルが存在しません
detail-invalid = Discordがこのメッセージを受け付けません
detail-automod = AutoModがメッセージをブロックしました
detail-links = Discordが有害なリンクとしてブロックしました
detail-broke = Paperboy側の不具合です（ログに記録済み）
detail-unreadable = 保存された内容を読み取れません
status-indexed = 収録：{ $count ->
        [0] 論文はまだありません
        [1] 論文1件、{ $newest }
       *[other] 論文{ $count }件、{ $oldest }～{ $newest }
    }
status-source-ok = { $source }：{ $when }に応答
status-source-error = ⚠️ { $source }：{ $when }に失敗：{ $why }
status-source-new = { $source }：まだ問い合わせていません
source-huggingface = Hugging Face Daily Papers

## サーバー独自のソース

cmd-digest-source = このサーバーが追加で読むフィード、発表論文ページ、文献リスト
cmd-digest-source-add = フィード、発表論文ページ、文献リストを追加する（新着はダイジェストに届きます）
cmd-digest-source-list = このサーバーが追加したソースと、読み取れるかどうか
cmd-digest-source-remove = このサーバーのソースを削除する
opt-source-url = フィード、発表論文ページ、文献リストのURL
opt-source-file = 文献リストのファイル：.bib、CSL-JSON、または保存したページ（1 MBまで）
opt-source-name = 呼び名（省略時は元のタイトルかURL）
opt-source = 対象のソース

source-added-feed = 📡 **{ $name }** をこのサーバーのソースに追加しました：現在{ $count }件。今後ここに加わるものは、このサーバーのダイジェストに新着として届きます。
source-added-bibliography = 📚 **{ $name }** をこのサーバーのソースに追加しました：文献{ $count }件。今後ここに加わるものは、このサーバーのダイジェストに新着として届きます。
source-read-again = 📚 **{ $name }** を読み直しました：文献{ $count }件、{ $news ->
        [0] 新着なし
       *[other] うち新着{ $news }件
    }。
source-faults = ⚠️ { $count ->
        [1] 1件を除外しました：
       *[other] { $count }件を除外しました。例：
    }
source-what-now = `/発表論文` で閲覧できます。ダイジェストの検索条件に `source:` と名前を書くと、このソースだけが対象になります。1時間ごとに読み直します。
source-what-now-file = `/発表論文` で閲覧できます。ダイジェストの検索条件に `source:` と名前を書くと、このソースだけが対象になります。ファイルを読むのは一度だけです。変更したら、同じ名前でもう一度追加してください。
source-removed = **{ $name }** を削除しました。投稿や保存をしたものは残ります。
source-not-found = その名前のソースはこのサーバーにありません。候補から選んでください。
source-refused-too-many = このサーバーのソースは、すでに上限の{ $most }件に達しています。先に `/ダイジェスト ソース 削除` でどれかを削除してください。
source-refused-name-taken = このサーバーには **{ $name }** というソースがすでにあります。`名前` で別の名前を付けるか、先に元のソースを削除してください。
source-refused-no-address = これはURLではありません。https:// で始まる、ブラウザに表示されるURLを入力してください。
source-refused-nothing = `url` にURLを入力するか、`ファイル` でファイルを指定してください。
source-refused-both = URLとファイルは、どちらか一方だけを指定してください。
source-refused-too-large = ファイルが1 MBを超えています。古い項目やアブストラクトを省くか、公開されているURLを指定してください。
source-unread = 追加していません：URLを読み取れませんでした（{ $why }）。ブラウザで開いてみて、表示されるようなら数分後にもう一度お試しください。
source-unfit-empty = 追加していません：中身がありません。
source-unfit-unknown = 追加していません：フィードでも、BibTeXでも、CSL-JSONでも、ウェブページでもありません。フィードそのもののURLを指定するか、リストをBibTeXで書き出してください。
source-unfit-no-entries = 追加していません：項目を区別できません。読み取れるのは、al-folioで作ったページ、schema.orgかCOinSのデータがあるページ、論文ごとにリンクがあるリストです。それ以外は、リストをBibTeXで書き出して指定してください。
source-unfit-too-large = 追加していません：大きすぎて読み取れません。ここ数年分など、一部だけを指定してください。
source-unfit-too-many = 追加していません：5,000件を超えています。ここ数年分など、一部だけを指定してください。
source-unfit-broken = 追加していません：JSONのようですが、途中で壊れています（{ $place }）。もう一度書き出してください。
source-unfit-forbidden = 追加していません：Paperboyが読むのは、誰でもアクセスでき、通常のポートを使い、パスワードを含まないURLだけです。
sources-title = 📡 このサーバーが追加で読むもの
sources-none = このサーバー独自のソースはありません。「サーバー管理」の権限がある人は、`/ダイジェスト ソース 追加` でフィード、発表論文ページ、文献リストを追加できます。
source-line = **{ $name }** · { $count }件 · { $where }
source-of-file = ファイル
source-failing = ⚠️ { $since } から読み取れません。1時間ごとに再試行します
source-capped = ⏳ 1日の新着が{ $most }件を超えました。残りは翌日以降に取り込みます。ファイルの場合は追加し直してください
digest-panel-sources = 追加のソース：{ $names }

cmd-publications = 発表論文リストを年ごとに見る
opt-publications-name = 対象のリスト
opt-publications-year = この年だけ
publications-title = 📚 { $name } · 文献{ $count }件
publications-undated = 年不明
publications-none = **{ $name }** には現在、項目がありません。
publications-none-that-year = **{ $name }** に{ $year }年のものはありません。ある年：{ $years }。
publications-gone = このリストは、もうここにはありません。
publications-unknown = その名前のリストはここにありません。候補から選んでください。
publications-nowhere = ここで見られるリストはありません。サーバーでは、「サーバー管理」の権限がある人が `/ダイジェスト ソース 追加` で追加できます。

## /購読

cmd-subscribe = 論文をダイレクトメッセージで受け取る
cmd-subscriptions = あなたの購読：変更、一時停止、プレビュー、削除
cmd-unsubscribe = 購読を停止する
opt-subscription = 対象の購読
opt-timezone-mine = あなたのタイムゾーン（例：Asia/Tokyo）

subscribe-title = ✉️ 論文をダイレクトメッセージで受け取る
subscribe-title-edit = ✉️ 購読の変更
subscribe-what = **内容** · { $query }
subscribe-when = **日時** · { $when }
subscribe-most = **件数** · 1つのメッセージに{ $limit }
subscribe-zone-guessed = { $zone } は言語設定からの推測です。**日時…** で変更できます。
subscribe-zone-guessed-command = { $zone } は言語設定からの推測です。**編集…** で変更できます。
subscribe-cancelled = 何も変更していません。
subscribe-cancelled-new = 購読していません。
subscribe-done = ✅ 購読しました。論文はダイレクトメッセージで届きます。
subscribe-changed = ✅ 変更しました。
subscribe-closed = 📪 購読しましたが、Paperboyからのダイレクトメッセージが許可されていないため、何も届けられません。Paperboyと共通のサーバーのプライバシー設定でダイレクトメッセージを許可してから、**再試行** を押してください。
subscribe-gone = このパネルは使用済みか、古くなっています。`/購読` で新しく開けます。

button-what = 内容…
button-when = 日時…
button-subscribe = 購読
button-save-changes = 保存
button-cancel = キャンセル
button-delete = 削除
button-delete-sure = はい、削除します
button-delete-all-sure = はい、すべて削除します
button-undo = 元に戻す
button-all-subscriptions = すべての購読
button-missed = 届かなかった{ $count }件を見る
missed-title = { $count ->
        [0] 届かなかった論文はありません
       *[other] 配信できない間に発表された論文：{ $count }件
    }
missed-none = その間の論文は、すべてその後に表示されています。

dm-open-again = 📬 ダイレクトメッセージを送れるようになりました。論文がまた届きます。
dm-open-already = 📬 ダイレクトメッセージは送れる状態です。
dm-still-closed = 📪 まだ送れません：DiscordがPaperboyからの送信を許可していません。Paperboyと共通のサーバーのプライバシー設定でダイレクトメッセージを許可してから、**再試行** を押してください。

subscriptions-title = あなたの購読
subscriptions-none = 購読はありません。`/購読` で始められます。
subscriptions-pick = 変更、一時停止、プレビュー、削除する購読を選択
subscriptions-more = … ほか{ $count }件は下のメニューにあります。
subscription-title = ✉️ { $query }
subscription-gone = その購読は、もうありません。
subscription-last = 前回：{ $what }
subscription-last-sent = { $at }、{ $what }
subscription-last-empty = { $at }、論文なし。{ $cause }
subscription-last-none = まだ何も届いていません
subscription-delete-sure = 「{ $query }」を削除しますか？今後は何も届きません。
subscription-delete-all-sure = { $count ->
        [1] 購読を削除しますか？今後は何も届きません。
       *[other] { $count }件の購読をすべて削除しますか？今後は何も届きません。
    }
subscription-deleted = { $count ->
        [1] 削除しました。今後は何も届きません。
       *[other] { $count }件をすべて削除しました。今後は何も届きません。
    }
subscription-which = `購読` で1つ選ぶか、「すべての購読」を選んでください。
unsubscribed = 「{ $query }」の購読を解除しました。今後は何も届きません。完全に削除するには `/購読解除` を使ってください。
unsubscribe-undone = また届くようになりました。

## /論文 と「論文を探す」

cmd-paper = タイトル（うろ覚えでも可）、ID、URLから論文を探す
opt-paper-title = 覚えている範囲のタイトル、arXiv ID、またはURL
opt-paper-share = 自分だけでなく、ここにいる全員に表示する
menu-find-papers = 論文を探す

indexed = 収録：論文{ NUMBER($count) }件、{ $oldest }～{ $newest }。
indexed-nothing = 論文はまだありません。取得中ですので、数分後にもう一度お試しください。

paper-empty = タイトルが入力されていません。覚えている範囲のタイトル、arXiv ID、またはURLを入力してください。
paper-several = どの論文ですか？
paper-pick = 論文を選択
paper-not-here = 「{ $typed }」に近いタイトルは、ここにはありません。
paper-being-indexed = タイトルの索引を作成中です（{ $percent } %完了）。「{ $typed }」は実際にはあるかもしれません。1分後にもう一度お試しください。ID、URL、`/検索` はすでに使えます。
paper-not-indexed = 今はタイトルを検索できないため、「{ $typed }」は実際にはあるかもしれません。ID、URL、`/検索` は使えます。タイトルは後でもう一度お試しください。
paper-id-not-here = { $id } はここに収録されていません。
paper-nearest = 近いタイトル：
paper-found-shared = 見つかりました。全員に表示します。
asked-unknown = ほかにも問い合わせましたが、確実な答えはありませんでした：{ $services }。
asked-failed = 問い合わせできませんでした：{ $services }。数分後にもう一度お試しください。
asked-trouble = { $service }（{ $why }）
service-huggingface = Hugging Face
service-arxiv = arXiv
service-semantic-scholar = Semantic Scholar
service-openalex = OpenAlex
service-crossref = Crossref
service-openreview = OpenReview
trouble-unreachable = 応答なし
trouble-busy = 問い合わせが多すぎます
trouble-refused = 拒否されました
trouble-broken = 相手側の不具合
trouble-unreadable = 応答を読み取れません
trouble-late = 時間切れ
button-abstracts = アブストラクトを検索
button-elsewhere = 違う論文？ほかでも探す
elsewhere-nothing = 「{ $typed }」に当たる論文は、ほかに見つかりませんでした。
elsewhere-nobody = ほかに問い合わせ先はもうありません。
elsewhere-gone = この結果は古くなっています。`/論文` をもう一度実行してください。

find-title = このメッセージにある論文：{ $count }件
find-nothing = このメッセージに論文は見つかりませんでした。探すのは、ID、URL、そして引用符で囲むか1行に単独で書かれたタイトルです。
find-being-indexed = タイトルの索引を作成中です（{ $percent } %完了）。見つからなかったものは、1分後にもう一度お試しください。
find-unindexed = 今はタイトルを検索できないため、見つからなかったものも実際にはあるかもしれません。後でもう一度お試しください。
find-not-indexed = ここに収録されていないもの：

draft-not-yours = これはほかの人のボタンです。自分でコマンドを実行すると、自分用のボタンが表示されます。

## /検索 と /トレンド

cmd-search = タイトル、アブストラクト、著者を検索する
opt-search-query = 単語、"フレーズ"、-除外、a | b、author: category: org: upvotes:>=20 code:yes。* はすべて
opt-search-sort = 一致度の高い順（省略時）、または新しい順
choice-best = 一致度の高い順
choice-newest = 新しい順

search-reads = 🔎 { $query }
search-reads-not = ✗ 次に入るもの：{ $expected }
search-title = ### 🔎 { $query }
search-widened = ### 🔎 「{ $typed }」のいずれかの語
    すべての語を含む論文はありません。以下は一部の語を含む論文です。
search-count = 論文{ NUMBER($total) }{ $plus }件
search-sorted-best = 一致度の高い順
search-sorted-best-of = 最新{ NUMBER($newest) }件の中で一致度の高い順
search-sorted-newest = 新しい順
page-of = { $page } / { $of } ページ
search-nothing = 一致する論文はありません。
search-stopped = よくある語の検索には時間がかかるため、途中で打ち切りました。ほかにもあるかもしれません。より珍しい語を加えると見つかります。
search-nothing-hint = 語を減らすと見つかりやすくなり、`a | b` でどちらかを含むものを探せます。`/論文` ならタイトルのつづりが違っていても見つかります。**この検索を購読** で、新着があればお知らせします。
search-gone = この検索は古くなっています。コマンドをもう一度実行してください。
button-sort-best = 一致度の高い順
button-sort-newest = 新しい順
button-subscribe-query = この検索を購読

cmd-trending = 投票数の伸びが大きい論文と、その伸び
opt-trending-period = 過去1日（省略時）、1週間、または1か月
period-day = 日
period-week = 週
period-month = 月
trending-title = 📈 トレンド · { $day }から
trending-title-by-votes = 📈 投票数の多い論文 · { $days ->
        [0] { $last }
       *[other] { $first }～{ $last }
    }
trending-rose = ▲{ $votes } · { $day }から +{ $by }
trending-new = 新着、{ $days ->
        [1] 初日
       *[other] { $days }日間
    }で ▲{ $votes }
trending-by-votes = 投票数の伸びはまだわからないため、最新の論文を投票数の順に並べています。
trending-counted = 投票数の記録は{ $day }からです。それより前の論文は、実際にはもっと伸びている可能性があります。
trending-nothing = この期間に発表された論文はありません。

query-example-1 = diffusion distillation
query-example-1-finds = 両方の語を含む
query-example-2 = "world models"
query-example-2-finds = 語が隣り合っている
query-example-3 = robot -survey
query-example-3-finds = ある語を含まない
query-example-4 = lora | adapters
query-example-4-finds = どちらかの語を含む
query-example-5 = (vision | speech) benchmark
query-example-5-finds = どちらかの語と、もう1つの語を含む
query-example-6 = author:"Yoshua Bengio"
query-example-6-finds = その著者の論文
query-example-7 = category:cs.CL upvotes:>=20
query-example-7-finds = そのカテゴリーで、投票数が多い
query-example-8 = org:google code:yes
query-example-8-finds = その組織の論文で、コードあり
query-example-9 = transform*
query-example-9-finds = その文字で始まる語

## /ライブラリ

cmd-library = あなたが保存した論文
cmd-library-list = 保存した論文を新しい順に一覧表示する
cmd-library-export = 保存した論文をファイルで受け取る
opt-library-find = タイトルや著者名に含まれる語
opt-library-format = BibTeX（省略時）、CSV、またはJSON
format-bibtex = BibTeX
format-csv = CSV（表計算ソフト用）
format-json = JSON

library-title = 🔖 あなたのライブラリ
library-title-find = 🔖 あなたのライブラリ：「{ $find }」
library-count = 論文{ NUMBER($count) }件
library-empty = ライブラリは空です。論文カードの **保存** を押すと、ここに入ります。
library-none-found = ライブラリに「{ $find }」に近いものはありません。
library-remove = 論文を取り除く…
library-removed = 取り除きました：{ $title }
library-gone = この一覧は古くなっています。`/ライブラリ 一覧` でもう一度表示できます。
library-exported = 論文{ NUMBER($count) }件のファイルです。

## /設定

cmd-settings = あなたの言語とタイムゾーン、AI要約を表示するかどうか
opt-settings-language = Paperboyがあなたに返信する言語
settings-title = ⚙️ あなたの設定
settings-saved = ✅ 保存しました。すべてのサーバーとダイレクトメッセージで有効です。
settings-followed = { $count ->
        [1] 今の購読にもすぐに反映されます。
       *[other] 今の購読{ $count }件にもすぐに反映されます。
    }
settings-zone-kept = 今ある購読のタイムゾーンは変わりません。変更は `/購読一覧` で行えます。
settings-language = **言語** · { $language }（{ $source }）
settings-timezone = **タイムゾーン** · { $zone }（{ $source }）
settings-timezone-none = **タイムゾーン** · 未選択
settings-ai = **AI要約 ✨** · { $ai }（{ $source }）
settings-chosen = 自分で選択
settings-from-discord = Discordの言語から
settings-guessed = Discordの言語からの推測
settings-default = 既定値
settings-hint = 変更は `/設定` のオプションで行えます。言語とAI要約の設定は今ある購読にも反映されます。新しい購読には、タイムゾーンも使われます。

## /ヘルプ

cmd-help = Paperboyでできることと使い方
opt-help-topic = 読みたい内容
help-choose = 内容を選ぶ…
help-topic-start = はじめに
help-topic-digest = サーバーの毎日のダイジェスト
help-topic-paper = 論文を探す
help-topic-search = 検索と検索条件の書き方
help-topic-subscribe = ダイレクトメッセージで論文を受け取る
help-topic-library = ライブラリと設定
help-topic-privacy = プライバシー

help-start =
    ### 📰 Paperboy
    いつもの場所に研究論文を届けます。チャンネルには毎日のダイジェスト、うろ覚えのタイトルからは目当ての論文、ダイレクトメッセージにはあなた好みの論文を。

    `/論文` 論文を探す（タイトルのつづりが違っていても大丈夫です）
    `/検索` タイトル、アブストラクト、著者を検索する
    `/トレンド` 投票数が伸びている論文を見る
    `/発表論文` 発表論文リストを年ごとに見る
    `/購読` 興味のある論文を受け取る
    `/ライブラリ 一覧` 保存した論文を見る
help-start-owner = あなたはこのサーバーの管理者です。`/ダイジェスト 作成` でチャンネルに論文を届けられます。必要なのはタイムゾーンだけで、投稿の前に届く内容を確認できます。
help-start-reader = ダイジェストの下の **DMでも受け取る** を押すと、同じ内容を自分用に購読できます。番号ボタンを押すと、論文が自分だけに表示されます。

help-digest =
    ### 📰 サーバーの毎日のダイジェスト
    「サーバー管理」の権限がある人が使えます。サーバー設定の「連携サービス」で、ほかの人にも許可できます。

    `/ダイジェスト 作成` チャンネルに論文を届ける（必要なのはタイムゾーンだけ）
    `/ダイジェスト 編集` 指定した項目だけを変更する
    `/ダイジェスト プレビュー` 今届く内容を自分だけに表示する
    `/ダイジェスト 今すぐ投稿` 全員に向けてすぐに投稿する
    `/ダイジェスト 一時停止` と `/ダイジェスト 再開` 止める、また始める
    `/ダイジェスト 削除` ダイジェストをやめる
    `/ダイジェスト 状況` これまでの配信、次の予定、問題点を確認する
    `/ダイジェスト 設定` サーバーの言語と、AI要約を表示するかどうかを決める
    `/ダイジェスト ソース 追加` サーバー独自のフィード、発表論文ページ、文献リストを読む。確認は `/ダイジェスト ソース 一覧`、削除は `/ダイジェスト ソース 削除`

    上位3件の論文は詳しく、残りは1行ずつ載ります。同じ論文がチャンネルに2度届くことはありません。ダイジェストの下の **選ばれた理由** で、それぞれの論文が載った理由と、選ばれなかったものがわかります。
help-paper =
    ### 🔎 論文を探す
    `/論文` には、うろ覚えのタイトル（つづり違いや一部だけでも可）、2305.14314 のようなarXiv ID、DOI、またはarXiv、Hugging Face、alphaXiv、Semantic Scholar、OpenReview、ACL AnthologyのURLを入力できます。入力中にタイトルの候補が出ます。
    まだここにない論文は、数秒かけてほかのサービスで探します。次からはここにあります。違う論文が見つかったときは、**違う論文？ほかでも探す** でも同じように探せます。
    結果はあなたにだけ表示されます。`共有` を付けると全員に表示され、カードの **ここに投稿** で後から投稿することもできます。
    カードの **似た論文** では、その論文に似たものと、それぞれの共通点がわかります。

    メニューの **論文を探す** は、メッセージの中の論文を見つけます。メッセージを長押しするか右クリックして、「アプリ」を選んでください。
    `/トレンド` では、過去1日、1週間、1か月で、発表からの時期のわりに投票数が大きく伸びた論文と、その伸びがわかります。
help-search =
    ### 🔎 検索
    `/検索` は、タイトル、アブストラクト、著者を、一致度の高い順か新しい順に探します。購読とダイジェストでも同じ書き方が使えます：
help-search-rules = 並べて書くと *かつ*、`|` は *または* の意味です。`*` だけならすべてです。入力中、最初の候補に検索条件がどう解釈されるかが出ます。
help-subscribe =
    ### ✉️ ダイレクトメッセージで論文を受け取る
    `/購読` でパネルが開き、トピック、著者、最低投票数、時刻を選べます。決める前に、この30日間ならどのくらい届いたかがわかります。検索の下の **この検索を購読** や、ダイジェストの下の **DMでも受け取る** を押すと、パネルに内容が入ります。
    `/購読一覧` 変更、一時停止、プレビュー、削除する
    `/購読解除` 1つまたはすべてを停止する（届いたメッセージの下のボタンでもできます）
help-library =
    ### 🔖 ライブラリと設定
    論文カードの **保存** を押すと、ライブラリに入ります。
    `/ライブラリ 一覧` 保存した論文を見る、取り除く
    `/ライブラリ エクスポート` BibTeX、CSV、JSONで受け取る
    `/設定` 言語、タイムゾーン、AI要約 ✨ を表示するかどうかを決める
    `/発表論文` 発表論文リストを年ごとに見る。サーバーが `/ダイジェスト ソース 追加` で追加したものと、誰でも見られるものがあります
    `/ヘルプ` このページを表示する
help-privacy =
    ### 🔒 プライバシー
    保管するのは、あなたが使った機能に関するものだけです：DiscordのID、設定、購読とあなたに送った内容、ライブラリ、進行中の検索（2日間）。Paperboyはメッセージを読みません。例外は **論文を探す** で選んだメッセージだけで、その内容は何も保管しません。
    外部に渡すのは次のものだけで、誰が尋ねたか、誰が読むかは決して伝わりません。ここにない、または確実でないタイトルやIDは、Hugging Face、arXiv、Semantic Scholar、OpenAlex、Crossref、OpenReviewに問い合わせます。論文カードを開くと、その論文に関連付けられたものをHugging Faceに問い合わせます。このPaperboyの運営者が翻訳サービスを設定している場合、翻訳するタイトルと文章がそこに送られます（サーバー独自の論文も含みます）。要約用のモデルを設定している場合、公開されている論文のアブストラクトがそこに送られますが、サーバー独自の論文のものは送られません。
    バックアップは30日間保管されます。ディスクを暗号化するかどうかは、このPaperboyの運営者しだいです。
    `/プライバシー エクスポート` これらすべてをファイルで受け取る
    `/プライバシー 削除` これらすべてを削除する

## /プライバシー

cmd-privacy = あなたについて保管されているもの
cmd-privacy-export = あなたについて保管されているものをすべてファイルで受け取る
cmd-privacy-delete = あなたについて保管されているものをすべて削除する
privacy-nothing-kept = あなたについて保管されているものはありません。
privacy-exported = 🔒 あなたについて保管されているもののすべてです。
privacy-backups = バックアップは30日間保管され、その後は消えます。ディスクを暗号化するかどうかは、このPaperboyの運営者しだいです。
privacy-delete-title = あなたについて保管されているものをすべて削除しますか？
privacy-delete-what = 削除されるもの：購読（{ $subscriptions ->
        [0] なし
       *[other] { $subscriptions }件
    }）とあなたに送った内容、ライブラリ（{ $papers ->
        [0] 空
       *[other] 論文{ NUMBER($papers) }件
    }）、設定、検索。元に戻すことはできません。
privacy-digests-stay = 残るもの：あなたが作成したダイジェスト{ $count ->
        [1] { "" }
       *[other] { $count }件
    }。サーバーのものなので、あなたの名前を外して続きます。
privacy-sources-stay = 残るもの：あなたが追加したソース{ $count ->
        [1] { "" }
       *[other] { $count }件
    }。サーバーのものなので、あなたの名前を外して引き続き読み取ります。
privacy-deleted = 削除しました。あなたについて保管されているものはもうなく、今後は何も届きません。
privacy-kept = 何も削除していません。
button-privacy-delete = すべて削除

## コマンドとオプションの名前

# 小文字・数字・- と _ で、空白なし、32文字まで。コマンドどうし、同じコマンドのオプションどうしで
# 重複しないこと。上の文面でコマンドに触れるときは、ここの名前を使う。
name-add = 追加
name-again = 再投稿
name-ai = ai要約
name-alerts = アラート
name-channel = チャンネル
name-days = 曜日
name-delete = 削除
name-digest = ダイジェスト
name-edit = 編集
name-export = エクスポート
name-file = ファイル
name-find = 検索語
name-format = 形式
name-help = ヘルプ
name-language = 言語
name-library = ライブラリ
name-limit = 件数
name-list = 一覧
name-name = 名前
name-notes = 新着なしのお知らせ
name-notify = 通知
name-now = 今すぐ投稿
name-paper = 論文
name-pause = 一時停止
name-period = 期間
name-preview = プレビュー
name-privacy = プライバシー
name-publications = 発表論文
name-query = 検索条件
name-remove = 削除
name-resume = 再開
name-search = 検索
name-settings = 設定
name-setup = 作成
name-share = 共有
name-sort = 並び順
name-source = ソース
name-status = 状況
name-subscribe = 購読
name-subscription = 購読
name-subscriptions = 購読一覧
name-time = 時刻
name-timezone = タイムゾーン
name-title = タイトル
name-topic = トピック
name-trending = トレンド
name-unsubscribe = 購読解除
name-url = url
name-year = 年
