# Paperboy의 한국어 문구. 원본은 en.ftl.
# 문장은 해요체. 넣는 값 뒤에는 받침에 따라 달라지는 조사를 쓰지 않는다.

list-or = { " 또는 " }
list-and = { ", " }
sentence-gap = { " " }

## 카드

card-code = 코드
card-machine-summary = ✨ AI 요약 · { $model }
card-own-summary = ✨ AI 요약 · { $model }, 이 Paperboy에서 생성
card-model-unknown = 이름 없는 모델
text-abstract = 저자의 초록
text-opening = 초록의 첫 문장
text-machine = ✨ AI 요약, 모델은 카드에 표시
text-own = ✨ AI 요약 · { $model }
text-retold = 이 데모를 위해 다시 쓴 소개
# Under a digest, of abstracts of which some are whole and some shortened.
digest-abstracts = 초록(일부는 줄임)
card-withdrawn = ⚠️ 저자가 철회한 논문

button-save = 저장
button-bibtex = BibTeX
button-post-here = 여기에 게시
button-similar = 비슷한 논문
button-pdf = PDF
button-code = 코드
button-project = 프로젝트 페이지
button-back = 이전
button-next = 다음

linked-models = 모델 { $count }개
linked-datasets = 데이터셋 { $count }개
linked-spaces = 스페이스 { $count }개
linked-on-huggingface = Hugging Face: { $linked }

## 번역

translated-by = 🌐 { $translator } 번역
translated-in-part = 번역하지 못한 부분은 저자의 원문이에요
translator-deepl = DeepL
translator-libretranslate = LibreTranslate
translator-openai = { $model } 모델
translate-failed = 🌐 번역하지 못했어요: { $why }. 위 카드가 원문이에요.
translate-unreliable = 이름이나 수식이 손상될 수 있음
translate-nobody = 이 Paperboy에서는 더 이상 논문을 번역하지 않아요.
translate-is-yours = 논문은 영어로 되어 있고 답변 언어도 영어라서 번역할 것이 없어요. `/설정`의 `언어` 옵션에서 다른 언어를 고를 수 있어요.
translate-not-offered = 여기서는 이 언어로 논문을 번역하지 않아요. 번역 언어는 이 Paperboy의 운영자가 정해요.
translate-hidden = 번역은 기계가 쓴 글인데, 지금은 그런 글을 숨기고 있어요. `/설정 ai: 표시`로 다시 볼 수 있어요.
trouble-key = 키가 거부됨
trouble-quota = 이번 달 사용량을 다 씀
trouble-budget = 이번 달 글자 수를 다 씀
trouble-language = 번역기가 이 언어를 지원하지 않음

## 다이제스트

digest-title = 📰 논문 · { $day }
digest-title-mine = 📬 내 논문 · { $day }
digest-about = 주제: { $query }
digest-counts = 새 논문 { $offered }편 · 여기 { $here }편{ $more ->
        [0] { "" }
       *[other] { " · " }아래에 { $more }편 더
    }
digest-source-silent = ⚠️ { $since }부터 소스에 새로 들어온 것이 없어요. 여기 있는 논문은 그 전에 나온 것이에요. 무엇이 문제인지는 `/다이제스트 상태`에서 볼 수 있어요.
digest-topics = **뜨는 주제와 식는 주제**
    -# 주당 논문 수: ○ 그 전 4주의 평소 수준 → 최근 7일
digest-topics-machine = ✨ AI가 쓴 키워드 기준
topics-described = 최근 7일의 주제별 논문 수를 그 전 4주와 비교했어요.
topics-rose = 늘어난 주제: { $topics }.
topics-fell = 줄어든 주제: { $topics }.
topics-one = { $name } { $now }편(평소 { NUMBER($usual, maximumFractionDigits: 0) }편)
digest-late = ⏰ 늦었어요. 예정된 시각에 보내지 못했어요.
digest-not-translated = 🌐 이번에는 일부를 번역하지 못해 저자의 원문으로 실었어요
digest-votes = 추천 수는 { $time } 기준
digest-next = 다음: { $when }
digest-next-holiday = 다음: { $when }. 다만 { $day }에는 arXiv가 휴일이라 발표가 없어서 오지 않을 수도 있어요

button-more = { $count }편 더 보기
button-why = 왜 이 논문인가요?
button-mine = 나도 받기
button-unsubscribe = 구독 취소

empty-weekend = 주말에는 논문이 나오지 않아요.
empty-holiday = arXiv가 휴일이라 발표가 없었어요.
empty-skipped = { $considered ->
        [1] 건너뛰었어요. Paperboy가 멈춰 있다가 12시간 넘게 늦게 돌아왔어요.
       *[other] 그때까지의 다이제스트 { $considered }개를 건너뛰었어요. Paperboy가 멈춰 있다가 12시간 넘게 늦게 돌아왔어요.
    }
empty-put-back = { $considered ->
        [1] 건너뛰었어요. 데이터베이스를 이전 사본으로 되돌려서, 이미 나갔을 수도 있어요.
       *[other] 그때까지의 다이제스트 { $considered }개를 건너뛰었어요. 데이터베이스를 이전 사본으로 되돌려서, 이미 나갔을 수도 있어요.
    }
empty-source-silent = { $known ->
        [0] 지난 7일 동안 소스에서 들어온 것이 없어요.
       *[other] { $since }부터 소스에 새로 들어온 것이 없어요.
    }
empty-see-status = 무엇이 문제인지는 `/다이제스트 상태`에서 볼 수 있어요.
empty-nothing-matched = 논문 { $considered }편이 나왔지만 조건에 맞는 것이 없어요.
empty-all-shown = 새로운 것이 없어요. 조건에 맞는 논문은 모두 여기에 나온 적이 있어요.

more-title = 논문 { $count }편 더
more-none = 이게 전부예요.
edition-gone = 이 메시지를 보낸 다이제스트나 구독이 삭제되어 더 알려 드릴 것이 없어요. 논문은 번호 버튼으로 계속 열 수 있어요.

why-title = 왜 이 논문인가요?
why-rule = 조건에 얼마나 맞는지, 같은 날 나온 논문 중 순위가 어떤지, 코드가 있는지를 보고 순서를 정한 뒤 주제가 고르게 섞이도록 골라요. 한 곳에 같은 논문이 두 번 나오지는 않아요.
why-because = { $reasons }
why-left-out = 제외: { $rules }
why-all-here = 제외한 논문이 없어요.

reason-matches = 일치: { $terms }
reason-everything = 이번 주에 나옴
reason-top-voted = 그날 { $b }편 중 { $a }위
reason-rose = ▲{ $a }에서 ▲{ $b }까지 상승
reason-discussed = 댓글 { NUMBER($count) }개
reason-code = 코드 있음
reason-pinned = 여기에 고정됨

left-out-not-matching = 조건에 안 맞음 { $count }편
left-out-shown-before = 여기에 나온 적 있음 { $count }편
left-out-too-similar = 고른 논문과 너무 비슷함 { $count }편
left-out-below-limit = 개수 제한에 걸림 { $count }편
left-out-withdrawn = 철회됨 { $count }편

## 문제가 생겼을 때

failure-unexpected = Paperboy 쪽에 문제가 생겼어요. 로그에 `{ $code }` 코드로 남아 있어요. 다시 시도해 주세요.
failure-old-control = 다른 버전의 Paperboy가 만든 버튼이에요. 명령어를 다시 실행해 주세요.
failure-too-many = 여기에는 이미 구독이 { $most }개 있어서 더 만들 수 없어요. 먼저 하나를 지워 주세요.
failure-not-allowed = 여기서는 할 수 없는 작업이에요.
failure-invalid = 무슨 뜻인지 이해하지 못했어요.
failure-did-you-mean = 혹시 { $nearest }인가요?

failure-query = 여기서부터 검색어를 이해할 수 없어요. 필요한 것: { $expected }.
failure-query-suggestion = 혹시 `{ $suggestion }`인가요?
expected-term = 단어

failure-time-missing = 시각이 없어요. 09:00이나 21:30처럼 써 주세요.
failure-time-not-understood = “{ $text }”: 시각이 아니에요. 09:00이나 21:30처럼 써 주세요.
failure-time-out-of-range = “{ $text }”: 없는 시각이에요. 시는 00~23, 분은 00~59로 써 주세요.
failure-days-missing = 요일이 없어요. `매일`, `평일`, `화~토` 또는 `월, 수, 금`처럼 써 주세요.
failure-day-not-understood = “{ $text }”: 요일이 아니에요. `매일`, `평일`, `화~토` 또는 `월, 수, 금`처럼 써 주세요.
failure-day-range-incomplete = “{ $text }”: `화~토`처럼 양쪽에 요일이 있어야 해요.
failure-zone = “{ $text }”: Paperboy가 모르는 시간대예요.
expected-end = 검색어의 끝
expected-closing-quote = 닫는 따옴표
expected-closing-parenthesis = 닫는 괄호
expected-number = 숫자
expected-yes-or-no = `yes` 또는 `no`
expected-field-value = 콜론 뒤의 값
expected-known-field = `author:` `category:` `org:` `source:` `upvotes:` `code:` 중 하나
expected-shorter-text = 500자 이하
expected-fewer-terms = 단어 64개 이하
expected-less-nesting = 덜 겹친 괄호

## 다이렉트 메시지와 알림

dm-hello = 📬 앞으로 여기로 논문을 보내 드려요. 바꾸거나 잠시 멈추려면 `/구독목록`, 그만 받으려면 `/구독취소`를 쓰세요.
dm-closed-notice = 📪 논문을 전달하지 못했어요. Paperboy가 다이렉트 메시지를 보낼 수 없게 되어 있어요. Paperboy와 함께 있는 서버의 다이렉트 메시지를 허용한 다음 **다시 시도**를 눌러 주세요.

alert-missing-permission = ⚠️ { $channel } 채널의 다이제스트가 멈췄어요. Paperboy에게 필요한 권한이 없어요: { $detail }. 권한을 주면 저절로 다시 시작해요.
alert-refused-all-the-same = ⚠️ { $channel } 채널의 다이제스트가 멈췄어요. 필요한 권한은 다 있는데 Discord가 Paperboy의 글을 막고 있어요. 서버에서 Paperboy가 타임아웃되지 않았는지 확인해 주세요. 한 시간마다 다시 시도하고, 되면 저절로 다시 시작해요. 이 알림은 다시 보내지 않아요.
alert-channel-gone = ⚠️ { $channel } 채널로 가던 다이제스트가 멈췄어요. 채널이 없어졌거나 Paperboy가 볼 수 없어요. 다이제스트는 30일 동안 남아 있어요. 채널이 돌아오거나 Paperboy를 다시 초대하면 저절로 다시 시작하고, `/다이제스트 수정`으로 다른 채널에 옮길 수도 있어요.
alert-too-late = ⚠️ { $channel } 채널의 다이제스트가 한 번 도착하지 못했어요. 열두 시간 동안 시도했지만 보내지 못했어요. 자세한 내용은 `/다이제스트 상태`에서 볼 수 있어요. 다이제스트는 계속돼요. 다음에 무언가 도착할 때까지 이 알림은 다시 보내지 않아요.
alert-not-taken = ⚠️ { $channel } 채널의 다이제스트가 한 번 도착하지 못했어요. Discord가 메시지를 받지 않았어요({ $detail }). 채널이 아니라 Paperboy의 문제예요. 다이제스트는 계속돼요. 다음에 무언가 도착할 때까지 이 알림은 다시 보내지 않아요.
alert-automod = ⚠️ { $channel } 채널의 다이제스트가 한 번 도착하지 못했어요. AutoMod가 메시지를 막았어요. 서버 설정의 AutoMod에서 Paperboy의 역할이나 이 채널을 규칙의 예외로 정해 주세요. 다이제스트는 계속돼요. 다음에 무언가 도착할 때까지 이 알림은 다시 보내지 않아요.
alert-links = ⚠️ { $channel } 채널의 다이제스트가 한 번 도착하지 못했어요. Discord가 유해하다고 본 링크 때문에 막았어요. 서버의 문제는 아니에요. 다이제스트는 계속돼요. 다음에 무언가 도착할 때까지 이 알림은 다시 보내지 않아요.
alert-channel-refused = 문제를 알리기로 한 { $channel } 채널에 Paperboy가 글을 쓸 수 없어서 직접 알려 드려요.

permission-view-channel = 채널 보기
permission-send-messages = 메시지 보내기
permission-read-message-history = 메시지 기록 보기

button-try-again = 다시 시도

## 논문

paper-gone = 이제 여기에 없는 논문이에요.
paper-saved = 🔖 저장했어요. 저장한 논문은 `/보관함 목록`에서 볼 수 있어요.
paper-post-not-here = 서버의 채널에만 게시할 수 있어요.
paper-post-not-allowed = 이 채널에 글을 쓸 권한이 없어서 게시하지 않았어요.
paper-share-not-allowed = 이 채널에 글을 쓸 권한이 없어서 공유하지 않았어요. `공유` 없이 실행하면 나만 답을 볼 수 있어요.
paper-posted-by = { $user } 님이 공유함

# Similar papers
similar-title = ### 🧭 “{ $title }”와 비슷한 논문
similar-how = 단어(드물수록 더 중요해요), 키워드, 저자를 비교했어요.
similar-about = 공통 단어: { $words }
similar-keywords = 같은 키워드: { $keywords }
similar-authors = 같은 저자: { $names }
similar-close = 쓰인 단어가 가까워요
similar-nothing = 여기에는 이 논문과 비슷한 논문이 없어요. `/검색`으로 원하는 단어가 든 논문을 찾아보세요.

## 일정과 검색어

language-name = 한국어

# 유니코드 날짜 형식(unicode.org/reports/tr35)
pattern-day = M월 d일 (EEE)
pattern-full-day = y년 M월 d일
pattern-month = y년 M월
pattern-weekday-time = EEEE HH:mm

day-0 = 월
day-1 = 화
day-2 = 수
day-3 = 목
day-4 = 금
day-5 = 토
day-6 = 일

days-daily = 매일
days-weekdays = 평일
days-weekends = 주말
days-weekly-0 = 매주 월요일
days-weekly-1 = 매주 화요일
days-weekly-2 = 매주 수요일
days-weekly-3 = 매주 목요일
days-weekly-4 = 매주 금요일
days-weekly-5 = 매주 토요일
days-weekly-6 = 매주 일요일
days-run = { $first }~{ $last }

schedule-line = { $days } { $time }, { $zone }
schedule-short = { $days } { $time }
schedule-next = 다음: { $at } ({ $in })
schedule-next-holiday = 다음: { $at } ({ $in }). 다만 { $day }에는 arXiv가 휴일이라 발표가 없어서 오지 않을 수도 있어요

query-everything = 전체
query-author = 저자 { $names }
query-votes = ▲{ $count } 이상

limit-line = { $count ->
        [1] 논문 1편
       *[other] 논문 최대 { $count }편
    }

dry-run = { $papers ->
        [0] 지난 30일 동안 조건에 맞는 논문이 없었어요.
        [1] 지난 30일: 논문 1편.
       *[other] 지난 30일: 논문 { $papers }편, 하루 { NUMBER($aday, maximumFractionDigits: 1) }편, 가장 많은 날 { $busiest }편.
    }
dry-run-empty = 아직 색인된 논문이 없어서 얼마나 올지 알 수 없어요.

paused-asked = ⏸️ { $since }부터 일시 중지 중이에요. 재개할 때까지 아무것도 오지 않아요.
paused-missing-permission = ⛔ { $since }부터 멈췄어요. Paperboy에게 필요한 권한이 없어요: { $missing }. 권한을 주면 저절로 다시 시작해요.
paused-refused-all-the-same = ⛔ { $since }부터 멈췄어요. 필요한 권한은 다 있는데 Discord가 Paperboy의 글을 막고 있어요. 서버에서 Paperboy가 타임아웃되지 않았는지 확인해 주세요. 한 시간마다 다시 시도해요.
paused-channel-gone = ⛔ { $since }부터 멈췄어요. 채널이 없어졌거나 Paperboy가 볼 수 없어요. 해결되면 저절로 다시 시작하고, `/다이제스트 수정`으로 다른 채널에 옮길 수 있어요. 30일이 지나면 삭제돼요.
paused-dm-closed = 📪 { $since }부터 멈췄어요. Paperboy가 다이렉트 메시지를 보낼 수 없게 되어 있어요. Paperboy와 함께 있는 서버의 다이렉트 메시지를 허용한 다음 **다시 시도**를 눌러 주세요.

channel-unknown = 없어진 채널

## 입력 중 선택지

choice-zone = { $zone }, 지금 { $time }
choice-query = ✓ { $query } · 30일간 논문 { $count }편
choice-fault = ✗ { $why }
choice-digest = #{ $channel } · { $schedule } · { $query }
choice-subscription = { $query } · { $schedule }
choice-all-subscriptions = 모두
choice-silent = 조용히
choice-normal = 알림과 함께
choice-notes-problems = 문제가 있을 때만
choice-notes-all = 게시할 것이 없을 때마다
choice-notes-none = 알리지 않음
choice-show = 표시
choice-hide = 숨김

## 양식

form-try-again = 고치기…
form-fault = **{ $field }** · { $why }
form-number = “{ $text }”: { $least }~{ $most } 사이의 정수로 써 주세요.
form-what-title = 무엇을 받을까요?
form-when-title = 언제 받을까요?
form-digest-title = 다이제스트 수정
form-topics = 주제
form-topics-help = 단어, "정확한 구절", -제외, a | b, category:cs.cl; *는 전체
form-authors = 저자
form-authors-help = 이름을 쉼표로 구분해 주세요. 한 명만 맞아도 돼요
form-votes = 최소 추천 수
form-votes-help = 0이면 상관없음
form-query = 검색어
form-query-help = 단어, "정확한 구절", -제외, a | b, author: category: org: upvotes:>=20; *는 전체
form-time = 시각
form-time-help = 예: 09:00 또는 21:30
form-timezone = 시간대
form-timezone-help = 도시나 시간대 이름. 예: Seoul 또는 Asia/Seoul
form-days = 요일
form-days-help = 매일, 평일, 화~토, 매주 월요일 또는 월, 수, 금. 영어로도 쓸 수 있어요
form-limit = 논문 수
form-limit-help = 메시지 하나에 실을 최대 편수, 1~15

## /다이제스트

cmd-digest = 서버에서 매일 받는 논문
cmd-digest-setup = 채널에 매일 논문을 가져와요
cmd-digest-edit = 다이제스트를 수정해요. 입력하지 않은 것은 그대로예요
cmd-digest-preview = 지금 보내면 무엇이 나올지 나만 봐요
cmd-digest-now = 새 논문을 지금 바로 채널의 모두에게 게시해요
cmd-digest-pause = 재개할 때까지 다이제스트를 멈춰요
cmd-digest-resume = 일시 중지한 다이제스트를 다시 시작해요
cmd-digest-remove = 다이제스트를 제거해요
cmd-digest-status = 무엇이 왔고, 다음은 언제이며, 어떤 문제가 있는지 봐요
cmd-digest-settings = 서버의 언어와 AI 요약 표시 여부를 정해요
opt-digest = 어느 다이제스트인지
opt-timezone = 시간대. 예: Asia/Seoul
opt-channel = 게시할 텍스트 채널, 공지 채널 또는 스레드(기본: 이 채널)
opt-time = 시각. 예: 09:00(기본)
opt-days = 요일: 매일(기본), 평일, 화~토, 월, 수 …
opt-query = 무엇에 대해: 단어, "구절", -제외, author: category: …; *는 전체
opt-limit = 메시지 하나에 실을 최대 논문 수, 1~15(기본 9)
opt-language = 논문 주변에 쓰이는 문구의 언어
opt-notify = 다이제스트가 올 때 알림을 울릴지(기본: 조용히)
opt-notes = 게시할 것이 없다는 안내를 언제 할지
opt-ai = 모델이 쓴 요약을 표시할지
opt-alerts = 다이제스트를 게시하지 못할 때 알릴 채널
opt-again = 새 다이제스트 대신 지난 다이제스트를 한 번 더 게시

digest-panel-title = 📰 { $channel } 채널의 다이제스트
digest-panel-may-post = ✅ Paperboy가 게시할 수 있어요: 채널 보기, 메시지 보내기, 메시지 기록 보기.
digest-panel-missing = ⚠️ 아직 Paperboy가 게시할 수 없어요. { $channel } 채널에 필요한 권한이 없어요: { $missing }. 채널 설정의 권한에서 허용해 주세요. 다른 것은 필요 없어요.
digest-panel-unseen = ⚠️ Paperboy가 { $channel } 채널을 볼 수 없어요. 필요한 권한이 없어요: { $missing }. 채널 설정의 권한에서 허용해 주세요. 다른 것은 필요 없어요.
digest-panel-gone = ⚠️ 채널이 없어졌거나 Paperboy가 볼 수 없어요.
digest-alerts-missing = ⚠️ { $channel } 채널에 문제를 알릴 수 없어요. Paperboy에게 필요한 권한이 없어요: { $missing }. 권한을 받기 전까지는 다이제스트를 만든 사람에게 다이렉트 메시지로 알려요.
digest-alerts-gone = ⚠️ { $channel } 채널에 문제를 알릴 수 없어요. 채널이 없어졌거나 Paperboy가 볼 수 없어요. 다이제스트를 만든 사람에게 다이렉트 메시지로 알려요.
digest-panel-silent = 조용히
digest-panel-normal = 알림과 함께
digest-panel-notes-problems = 문제가 있을 때 안내
digest-panel-notes-all = 게시할 것이 없을 때마다 안내
digest-panel-notes-none = 게시할 것이 없어도 안내 안 함
digest-panel-ai = AI 요약 표시
digest-panel-no-ai = AI 요약 숨김
digest-panel-alerts = 문제 알림: { $channel }
digest-panel-set-up = 다이제스트를 만들었어요.
digest-panel-changed = 다이제스트를 수정했어요.

button-preview = 미리보기
button-post-now = 지금 게시
button-post-again = 지난 다이제스트 다시 게시
button-edit = 수정…
button-pause = 일시 중지
button-resume = 재개
button-remove = 제거
button-remove-sure = 네, 제거할게요
button-keep = 그대로 두기
button-send-again = 다시 보내기
button-send-again-of = 다시 보내기: { $when }
button-no-alerts-channel = 문제 알림 채널 해제

digest-none = 이 서버에는 다이제스트가 없어요. `/다이제스트 만들기`로 만들 수 있고, 시간대만 있으면 돼요.
digest-which = 이 서버에는 다이제스트가 { $count }개 있어요. `다이제스트` 옵션에서 하나를 골라 주세요.
digest-not-found = 이 서버에 없는 다이제스트예요. `다이제스트` 옵션에 나오는 것 중에서 골라 주세요.
digest-channel-forum = 포럼에는 아직 매일 오는 메시지를 둘 자리가 없어요. 텍스트 채널, 공지 채널 또는 스레드를 골라 주세요.
digest-channel-kind = 다이제스트는 텍스트 채널, 공지 채널 또는 스레드에 게시할 수 있어요. `채널` 옵션에서 하나를 골라 주세요.
digest-channel-unseen = Paperboy가 { $channel } 채널을 볼 수 없어요. 그 채널에서 채널 보기 권한을 준 다음 명령어를 다시 실행해 주세요. 아무것도 만들지 않았어요.
digest-nothing-given = 입력한 것이 없어서 아무것도 바꾸지 않았어요. 바꿀 것을 입력하거나 아래의 ‘수정…’을 눌러 주세요.
digest-remove-sure = { $channel } 채널의 다이제스트를 제거할까요? 앞으로는 아무것도 게시하지 않아요. 이미 게시한 것은 남아 있고, 다시 만들어도 또 게시하지 않아요.
digest-removed = { $channel } 채널의 다이제스트를 제거했어요.
digest-was-removed = 제거된 다이제스트예요. `/다이제스트 만들기`로 새로 만들 수 있어요.
digest-now-missing = 게시하지 못했어요. { $channel } 채널에서 Paperboy에게 필요한 권한이 없어요: { $missing }.
digest-now-gone = 게시하지 못했어요. 채널이 없어졌거나 Paperboy가 볼 수 없어요.
digest-now-posted = 📣 { $channel } 채널의 모두에게 게시했어요: [논문 { $count }편]({ $link }).
digest-now-on-its-way = ⏳ 아직 { $channel } 채널에 게시하지 못했어요. Discord가 받지 않았어요. Paperboy가 계속 시도하고, 결과는 `/다이제스트 상태`에서 볼 수 있어요.
digest-now-refused = ⛔ Discord가 { $channel } 채널에 보낸 메시지를 거부했어요. 이유는 `/다이제스트 상태`에서 볼 수 있어요.
digest-resent = 📣 { $channel } 채널에 다시 보냈어요: { $count ->
        [0] [안내]({ $link })
       *[other] [논문 { $count }편]({ $link })
    }.
digest-resend-done = 이미 다시 보냈거나 도착한 것이 확인됐어요. 결과는 `/다이제스트 상태`에서 볼 수 있어요.
digest-resend-stopped = { $channel } 채널의 다이제스트가 멈춰 있어서 보내지 않았어요. 먼저 재개해 주세요.
digest-now-left = { $left ->
        [0] 같은 논문은 다시 나오지 않아요. 다음 다이제스트에는 그때까지 새로 나온 논문만 실려요.
       *[other] 같은 논문은 다시 나오지 않아요. 다음 다이제스트에 실을 논문이 { $left }편 남아 있어요.
    }
digest-now-again-left = 지난 다이제스트를 한 번 더 게시했어요. 다음 다이제스트는 바뀌지 않아요.
digest-now-nothing = { $channel } 채널에 아무것도 게시하지 않았어요. { $cause }
digest-settings-now = 이 서버의 다이제스트: 언어 { $language }, { $ai }. 새로 만드는 것은 이 설정으로 시작하고, `/다이제스트 수정`으로 하나씩 바꿀 수 있어요.
digest-settings-followed = { $count ->
        [1] 지금 있는 다이제스트에도 바로 적용돼요.
       *[other] 지금 있는 다이제스트 { $count }개에도 바로 적용돼요.
    }

status-title = 이 서버의 다이제스트
status-none-yet = 아직 게시한 것이 없어요
status-papers = 논문 { $count }편
status-sent = ✅ { $at } · [{ $what }]({ $link })
status-arrived = ✅ { $at } · { $what }
status-planned = ⏳ { $at } · { $what } · 보내는 중
status-sending = ⏳ { $at } · { $what } · 보내는 중{ $detail }
status-refused = ⛔ { $at } · { $what } · Discord가 거부함{ $detail }
status-unsure = ❓ { $at } · { $what } · 도착했는지 알 수 없고, 채널 기록도 읽을 수 없음
status-unsure-put-back = ❓ { $at } · { $what } · 도착했는지 알 수 없음: 데이터베이스를 이전 사본으로 되돌림
status-expired = ⌛ { $at } · { $what } · 보내지 못함{ $detail }
status-quiet = ➖ { $at } · { $what }
detail-after = : { $detail }
detail-too-late = 12시간 안에 보내지 못함
detail-rate-limited = Discord가 잠시 쉬라고 함
detail-discord-error = Discord 응답 { $status }
detail-discord-refused = Discord 응답 { $status }
detail-no-connection = Discord에 연결되지 않음
detail-put-back = 데이터베이스를 이전 사본으로 되돌림
detail-connection-lost = Discord와의 연결이 끊김
detail-dm-brake = Discord가 다이렉트 메시지 속도를 제한함
detail-dm-closed = 다이렉트 메시지가 막혀 있음
detail-missing-permission = 필요한 권한이 없음
detail-channel-gone = 채널이 없어짐
detail-invalid = Discord가 받지 않는 메시지
detail-automod = AutoMod가 메시지를 막았어요
detail-links = Discord가 유해한 링크로 보고 막았어요
detail-broke = Paperboy 자체의 오류. 로그에 남아 있음
detail-unreadable = 저장된 내용을 읽을 수 없음
status-indexed = 색인: { $count ->
        [0] 아직 논문 없음
        [1] { $newest }에 나온 논문 1편
       *[other] 논문 { $count }편, { $oldest }~{ $newest }
    }
status-source-ok = { $source }: { $when } 응답함
status-source-error = ⚠️ { $source }: { $when } 실패: { $why }
status-source-new = { $source }: 아직 확인하지 않음
source-huggingface = Hugging Face Daily Papers

## 서버의 소스

cmd-digest-source = 이 서버가 따로 읽는 피드, 출판물 페이지, 참고문헌 목록
cmd-digest-source-add = 피드, 출판물 페이지나 참고문헌 목록을 추가해요. 새 항목이 다이제스트에 실려요
cmd-digest-source-list = 이 서버가 추가한 소스와 읽을 수 있는지를 봐요
cmd-digest-source-remove = 이 서버의 소스를 제거해요
opt-source-url = 피드, 출판물 페이지 또는 참고문헌 목록의 주소
opt-source-file = 참고문헌 목록 파일: .bib, CSL-JSON 또는 저장한 페이지, 최대 1MB
opt-source-name = 부를 이름(기본: 소스의 제목이나 주소)
opt-source = 어느 소스인지

source-added-feed = 📡 이 서버의 소스로 추가했어요: **{ $name }** · 지금 항목 { $count }개. 앞으로 새로 올라오는 것이 이 서버의 다이제스트에 실려요.
source-added-bibliography = 📚 이 서버의 소스로 추가했어요: **{ $name }** · 출판물 { $count }건. 앞으로 추가되는 것이 이 서버의 다이제스트에 실려요.
source-read-again = 📚 다시 읽었어요: **{ $name }** · 출판물 { $count }건, { $news ->
        [0] 새 항목 없음
       *[other] 그중 새 항목 { $news }건
    }.
source-faults = ⚠️ { $count ->
        [1] 항목 1개를 제외했어요:
       *[other] 항목 { $count }개를 제외했어요. 예:
    }
source-what-now = `/출판물`에서 둘러볼 수 있어요. 다이제스트의 검색어에 `source:` 뒤에 이름을 쓰면 이 소스만 받아요. 한 시간마다 다시 읽어요.
source-what-now-file = `/출판물`에서 둘러볼 수 있어요. 다이제스트의 검색어에 `source:` 뒤에 이름을 쓰면 이 소스만 받아요. 파일은 한 번만 읽으니, 내용이 바뀌면 같은 이름으로 다시 추가해 주세요.
source-removed = 제거했어요: **{ $name }**. 이미 게시하거나 저장한 것은 남아 있어요.
source-not-found = 이 서버에 그런 이름의 소스가 없어요. 옵션에 나오는 것 중에서 골라 주세요.
source-refused-too-many = 이 서버에는 이미 소스가 { $most }개 있어서 더 추가할 수 없어요. 먼저 `/다이제스트 소스 제거`로 하나를 제거해 주세요.
source-refused-name-taken = 이 서버에 같은 이름의 소스가 이미 있어요: **{ $name }**. `이름` 옵션에 다른 이름을 쓰거나 있던 것을 먼저 제거해 주세요.
source-refused-no-address = 웹 주소가 아니에요. https://로 시작하고 브라우저에 보이는 그대로여야 해요.
source-refused-nothing = `주소` 옵션에 주소를 쓰거나 `파일` 옵션에 파일을 넣어 주세요.
source-refused-both = 주소와 파일 중 하나만 넣어 주세요.
source-refused-too-large = 파일이 1MB보다 커요. 오래된 항목이나 초록을 빼거나, 목록이 있는 웹 주소를 대신 넣어 주세요.
source-unread = 추가하지 못했어요. 주소를 읽을 수 없어요({ $why }). 브라우저에서 열어 보고, 열린다면 몇 분 뒤에 다시 시도해 주세요.
source-unfit-empty = 추가하지 못했어요. 내용이 비어 있어요.
source-unfit-unknown = 추가하지 못했어요. 피드, BibTeX, CSL-JSON, 웹 페이지 중 어느 것도 아니에요. 피드 자체의 주소를 넣거나 목록을 BibTeX로 내보내 주세요.
source-unfit-no-entries = 추가하지 못했어요. 항목을 서로 구분할 수 없어요. al-folio로 만든 페이지, schema.org나 COinS 데이터가 있는 페이지, 논문마다 링크가 있는 목록은 읽을 수 있어요. 그 밖에는 목록을 BibTeX로 내보내서 넣어 주세요.
source-unfit-too-large = 추가하지 못했어요. 너무 커서 읽을 수 없어요. 최근 몇 년 치처럼 일부만 넣어 주세요.
source-unfit-too-many = 추가하지 못했어요. 항목이 5,000개가 넘어요. 최근 몇 년 치처럼 일부만 넣어 주세요.
source-unfit-broken = 추가하지 못했어요. JSON 같지만 온전하지 않아요({ $place }). 다시 내보내 주세요.
source-unfit-forbidden = 추가하지 못했어요. Paperboy는 누구나 접속할 수 있고, 일반적인 포트를 쓰며, 비밀번호가 들어 있지 않은 주소만 읽어요.
sources-title = 📡 이 서버가 따로 읽는 소스
sources-none = 이 서버에는 따로 추가한 소스가 없어요. 서버 관리하기 권한이 있으면 `/다이제스트 소스 추가`로 피드, 출판물 페이지, 참고문헌 목록을 추가할 수 있어요.
source-line = **{ $name }** · 항목 { $count }개 · { $where }
source-of-file = 파일
source-failing = ⚠️ { $since }부터 읽을 수 없음. 한 시간마다 다시 시도해요
source-capped = ⏳ 하루 새 항목이 { $most }개를 넘었어요. 나머지는 다음 날부터 가져와요. 파일은 다시 추가해 주세요
digest-panel-sources = 추가 소스: { $names }

cmd-publications = 출판물 목록을 연도별로 둘러봐요
opt-publications-name = 어느 목록인지
opt-publications-year = 이 연도만
publications-title = 📚 { $name } · 출판물 { $count }건
publications-undated = 연도 없음
publications-none = **{ $name }**: 지금은 항목이 없어요.
publications-none-that-year = **{ $name }**: { $year }년 항목이 없어요. 항목이 있는 연도: { $years }.
publications-gone = 이제 여기에 없는 목록이에요.
publications-unknown = 여기에 그런 이름의 목록이 없어요. 옵션에 나오는 것 중에서 골라 주세요.
publications-nowhere = 여기에는 둘러볼 목록이 없어요. 서버에서는 서버 관리하기 권한이 있으면 `/다이제스트 소스 추가`로 추가할 수 있어요.

## /구독

cmd-subscribe = 논문을 다이렉트 메시지로 받아요
cmd-subscriptions = 내 구독: 변경, 일시 중지, 미리보기, 삭제
cmd-unsubscribe = 구독을 그만둬요
opt-subscription = 어느 구독인지
opt-timezone-mine = 내 시간대. 예: Asia/Seoul

subscribe-title = ✉️ 다이렉트 메시지로 논문 받기
subscribe-title-edit = ✉️ 구독 변경
subscribe-what = **무엇을** · { $query }
subscribe-when = **언제** · { $when }
subscribe-most = **얼마나** · 메시지 하나에 { $limit }
subscribe-zone-guessed = { $zone } 시간대는 언어를 보고 짐작한 것이에요. **언제…**에서 바꿀 수 있어요.
subscribe-zone-guessed-command = { $zone } 시간대는 언어를 보고 짐작한 것이에요. **수정…**에서 바꿀 수 있어요.
subscribe-cancelled = 아무것도 바꾸지 않았어요.
subscribe-cancelled-new = 구독하지 않았어요.
subscribe-done = ✅ 구독했어요. 논문을 다이렉트 메시지로 보내 드려요.
subscribe-changed = ✅ 변경했어요.
subscribe-closed = 📪 구독했지만 Paperboy가 다이렉트 메시지를 보낼 수 없게 되어 있어서 아무것도 오지 않아요. Paperboy와 함께 있는 서버의 개인정보 보호 설정에서 다이렉트 메시지를 허용한 다음 **다시 시도**를 눌러 주세요.
subscribe-gone = 이미 썼거나 너무 오래된 창이에요. `/구독`으로 새로 열 수 있어요.

button-what = 무엇을…
button-when = 언제…
button-subscribe = 구독
button-save-changes = 저장
button-cancel = 취소
button-delete = 삭제
button-delete-sure = 네, 삭제할게요
button-delete-all-sure = 네, 모두 삭제할게요
button-undo = 실행 취소
button-all-subscriptions = 모든 구독
button-missed = 놓친 논문 { $count }편 보기
missed-title = 전달하지 못하는 동안 나온 논문 { $count }편
missed-none = 그 뒤로 보여 드리지 않은 논문은 없어요.

dm-open-again = 📬 다이렉트 메시지를 보낼 수 있어요. 다시 논문을 보내 드릴게요.
dm-open-already = 📬 다이렉트 메시지를 보낼 수 있어요.
dm-still-closed = 📪 아직 막혀 있어요. Discord가 Paperboy의 다이렉트 메시지를 허용하지 않아요. Paperboy와 함께 있는 서버의 개인정보 보호 설정에서 다이렉트 메시지를 허용한 다음 **다시 시도**를 눌러 주세요.

subscriptions-title = 내 구독
subscriptions-none = 구독이 없어요. `/구독`으로 만들 수 있어요.
subscriptions-pick = 변경, 일시 중지, 미리보기, 삭제할 구독 고르기
subscriptions-more = … 그 밖의 { $count }개는 아래 메뉴에 있어요.
subscription-title = ✉️ { $query }
subscription-gone = 이제 없는 구독이에요.
subscription-last = 지난 소식: { $what }
subscription-last-sent = { $at }, { $what }
subscription-last-empty = { $at }, 없음. { $cause }
subscription-last-none = 아직 없음
subscription-delete-sure = “{ $query }” 구독을 삭제할까요? 앞으로는 아무것도 오지 않아요.
subscription-delete-all-sure = { $count ->
        [1] 구독을 삭제할까요? 앞으로는 아무것도 오지 않아요.
       *[other] 구독 { $count }개를 모두 삭제할까요? 앞으로는 아무것도 오지 않아요.
    }
subscription-deleted = { $count ->
        [1] 삭제했어요. 앞으로는 아무것도 오지 않아요.
       *[other] { $count }개를 모두 삭제했어요. 앞으로는 아무것도 오지 않아요.
    }
subscription-which = `구독` 옵션에서 하나를 고르거나 ‘모두’를 골라 주세요.
unsubscribed = “{ $query }” 구독을 취소했어요. 앞으로는 아무것도 오지 않아요. 완전히 지우려면 `/구독취소`를 쓰세요.
unsubscribe-undone = 다시 보내 드릴게요.

## /논문, 논문 찾기

cmd-paper = 논문을 찾아요. 어렴풋한 제목, ID, 주소 모두 괜찮아요
opt-paper-title = 기억나는 대로 쓴 제목, arXiv ID 또는 주소
opt-paper-share = 나만 보지 않고 여기 있는 모두에게 보여 주기
menu-find-papers = 논문 찾기

indexed = 색인: 논문 { NUMBER($count) }편, { $oldest }~{ $newest }.
indexed-nothing = 아직 논문이 없어요. 가져오는 중이니 몇 분 뒤에 다시 시도해 주세요.

paper-empty = 제목이 없어요. 기억나는 대로 쓴 제목, arXiv ID 또는 주소를 입력해 주세요.
paper-several = 어느 논문인가요?
paper-pick = 논문 고르기
paper-not-here = 여기에 비슷한 제목이 없어요: “{ $typed }”.
paper-being-indexed = 제목을 색인하는 중이에요({ $percent }%). 그래서 “{ $typed }” 논문이 있어도 아직 못 찾을 수 있어요. 1분 뒤에 다시 시도해 주세요. ID, 주소, `/검색`은 지금도 쓸 수 있어요.
paper-not-indexed = 지금은 제목으로 찾을 수 없어요. 그래서 “{ $typed }” 논문이 있어도 못 찾을 수 있어요. ID, 주소, `/검색`은 쓸 수 있으니 제목은 나중에 다시 시도해 주세요.
paper-id-not-here = { $id }: 여기에 색인되지 않았어요.
paper-nearest = 가장 비슷한 제목이에요:
paper-found-shared = 찾았어요. 모두가 볼 수 있게 올려요.
asked-unknown = 다른 곳에도 물어봤지만 확실한 답이 없어요: { $services }.
asked-failed = 물어보지 못했어요: { $services }. 몇 분 뒤에 다시 시도해 주세요.
asked-trouble = { $service }({ $why })
service-huggingface = Hugging Face
service-arxiv = arXiv
service-semantic-scholar = Semantic Scholar
service-openalex = OpenAlex
service-crossref = Crossref
service-openreview = OpenReview
trouble-unreachable = 응답 없음
trouble-busy = 요청이 너무 잦음
trouble-refused = 요청이 거부됨
trouble-broken = 장애 발생
trouble-unreadable = 알 수 없는 응답
trouble-late = 응답이 너무 늦음
button-abstracts = 초록 검색
button-elsewhere = 이 논문이 아닌가요? 다른 곳에서 찾기
elsewhere-nothing = “{ $typed }” 검색에서 다른 논문은 찾지 못했어요.
elsewhere-nobody = 더 물어볼 곳이 없어요.
elsewhere-gone = 너무 오래된 답이에요. `/논문`을 다시 실행해 주세요.

find-title = 이 메시지의 논문 { $count }편
find-nothing = 이 메시지에서 논문을 찾지 못했어요. ID와 주소, 따옴표 안이나 따로 한 줄에 있는 제목을 찾아요.
find-being-indexed = 제목을 색인하는 중이에요({ $percent }%). 찾지 못한 논문은 1분 뒤에 다시 시도해 주세요.
find-unindexed = 지금은 제목으로 찾을 수 없어요. 찾지 못한 논문도 여기에 있을 수 있으니 나중에 다시 시도해 주세요.
find-not-indexed = 여기에 색인되지 않음:

draft-not-yours = 다른 사람의 버튼이에요. 직접 명령어를 실행하면 내 버튼이 생겨요.

## /검색, /트렌드

cmd-search = 제목, 초록, 저자를 검색해요
opt-search-query = 단어, "구절", -제외, a | b, author: category: org: upvotes:>=20 code:yes; *는 전체
opt-search-sort = 관련도순(기본) 또는 최신순
choice-best = 관련도순
choice-newest = 최신순

search-reads = 🔎 { $query }
search-reads-not = ✗ 필요한 것: { $expected }
search-title = ### 🔎 { $query }
search-widened = ### 🔎 “{ $typed }” 중 일부 단어
    모든 단어가 들어 있는 논문은 없고, 일부가 들어 있는 논문이에요.
search-count = 논문 { NUMBER($total) }{ $plus }편
search-sorted-best = 관련도순
search-sorted-best-of = 최신 { NUMBER($newest) }편 중 관련도순
search-sorted-newest = 최신순
page-of = { $of }쪽 중 { $page }쪽
search-nothing = 맞는 논문이 없어요.
search-stopped = 너무 흔한 단어라 검색이 오래 걸려서 도중에 멈췄어요. 논문이 더 있을 수 있으니 드문 단어를 함께 써 보세요.
search-nothing-hint = 단어를 줄이면 더 많이 찾고, `a | b`는 둘 중 하나를 찾아요. `/논문`은 철자가 틀린 제목도 찾아요. **이 검색 구독**을 누르면 새 논문이 나올 때 알려 드려요.
search-gone = 너무 오래된 검색이에요. 명령어를 다시 실행해 주세요.
button-sort-best = 관련도순
button-sort-newest = 최신순
button-subscribe-query = 이 검색 구독

cmd-trending = 추천이 가장 많이 늘어난 논문과 늘어난 폭을 봐요
opt-trending-period = 최근 하루(기본), 일주일 또는 한 달
period-day = 하루
period-week = 일주일
period-month = 한 달
trending-title = 📈 트렌드 · { $day }부터
trending-title-by-votes = 📈 추천이 많은 논문 · { $days ->
        [0] { $last }
       *[other] { $first } ~ { $last }
    }
trending-rose = ▲{ $votes } · { $day }부터 +{ $by }
trending-new = 신규, { $days ->
        [1] 첫날
       *[other] { $days }일 만에
    } ▲{ $votes }
trending-by-votes = 추천이 얼마나 늘었는지 아직 알 수 없어서, 최신 논문을 추천순으로 보여 드려요.
trending-counted = 여기서는 { $day }부터 추천을 세고 있어요. 그 전에 나온 논문은 실제로 더 많이 늘었을 수 있어요.
trending-nothing = 이 기간에 나온 논문이 없어요.

query-example-1 = diffusion distillation
query-example-1-finds = 두 단어 모두
query-example-2 = "world models"
query-example-2-finds = 나란히 붙은 단어
query-example-3 = robot -survey
query-example-3-finds = 한 단어를 제외
query-example-4 = lora | adapters
query-example-4-finds = 둘 중 한 단어
query-example-5 = (vision | speech) benchmark
query-example-5-finds = 둘 중 하나와 다른 단어
query-example-6 = author:"Yoshua Bengio"
query-example-6-finds = 저자로 찾기
query-example-7 = category:cs.CL upvotes:>=20
query-example-7-finds = 분야와 추천 수
query-example-8 = org:google code:yes
query-example-8-finds = 소속 기관, 코드 있음
query-example-9 = transform*
query-example-9-finds = 이렇게 시작하는 모든 단어

## /보관함

cmd-library = 내가 저장한 논문
cmd-library-list = 저장한 논문을 최근 것부터 봐요
cmd-library-export = 저장한 논문을 파일로 받아요
opt-library-find = 제목이나 저자에 들어 있는 단어
opt-library-format = BibTeX(기본), CSV 또는 JSON
format-bibtex = BibTeX
format-csv = CSV, 스프레드시트용
format-json = JSON

library-title = 🔖 내 보관함
library-title-find = 🔖 내 보관함: “{ $find }”
library-count = 논문 { NUMBER($count) }편
library-empty = 보관함이 비어 있어요. 논문 카드의 **저장**을 누르면 여기에 담겨요.
library-none-found = 보관함에 비슷한 것이 없어요: “{ $find }”.
library-remove = 보관함에서 빼기…
library-removed = 뺐어요: { $title }
library-gone = 너무 오래된 목록이에요. `/보관함 목록`으로 다시 볼 수 있어요.
library-exported = 논문 { NUMBER($count) }편을 파일로 드려요.

## /설정

cmd-settings = 내 언어와 시간대, AI 요약 표시 여부를 정해요
opt-settings-language = Paperboy가 답할 언어
settings-title = ⚙️ 내 설정
settings-saved = ✅ 기억했어요. 모든 서버와 다이렉트 메시지에 적용돼요.
settings-followed = { $count ->
        [1] 지금 구독에도 바로 적용돼요.
       *[other] 지금 구독 { $count }개에도 바로 적용돼요.
    }
settings-zone-kept = 이미 있는 구독의 시간대는 그대로예요. `/구독목록`에서 바꿀 수 있어요.
settings-language = **언어** · { $language } ({ $source })
settings-timezone = **시간대** · { $zone } ({ $source })
settings-timezone-none = **시간대** · 선택 안 함
settings-ai = **AI 요약 ✨** · { $ai } ({ $source })
settings-chosen = 직접 선택
settings-from-discord = Discord 언어를 따름
settings-guessed = Discord 언어로 짐작
settings-default = 기본값
settings-hint = `/설정`의 옵션으로 바꿀 수 있어요. 구독은 언어와 요약 설정을 따르고, 새 구독은 시간대도 따라요.

## /도움말

cmd-help = Paperboy가 하는 일과 쓰는 법
opt-help-topic = 읽고 싶은 주제
help-choose = 읽을 주제 고르기…
help-topic-start = 시작
help-topic-digest = 서버의 매일 다이제스트
help-topic-paper = 논문 찾기
help-topic-search = 검색과 검색 문법
help-topic-subscribe = 다이렉트 메시지로 논문 받기
help-topic-library = 보관함과 설정
help-topic-privacy = 개인정보

help-start =
    ### 📰 Paperboy
    연구 논문을 내가 있는 곳으로 가져다드려요. 채널에는 매일 다이제스트가 오고, 어렴풋한 제목으로도 논문을 찾을 수 있고, 내가 고른 주제는 다이렉트 메시지로 받을 수 있어요.

    `/논문` 논문 찾기. 제목의 철자가 틀려도 괜찮아요
    `/검색` 제목, 초록, 저자 검색
    `/트렌드` 추천이 늘고 있는 논문 보기
    `/출판물` 출판물 목록을 연도별로 보기
    `/구독` 관심 있는 논문 받기
    `/보관함 목록` 저장한 논문 보기
help-start-owner = 이 서버를 관리하고 있네요. `/다이제스트 만들기`로 채널에 논문을 가져올 수 있어요. 시간대만 있으면 되고, 게시하기 전에 무엇이 나올지 보여 드려요.
help-start-reader = 다이제스트 아래의 **나도 받기**를 누르면 같은 내용을 따로 받을 수 있고, 번호 버튼을 누르면 나만 볼 수 있게 논문이 열려요.

help-digest =
    ### 📰 서버의 매일 다이제스트
    서버 관리하기 권한이 있는 사람이 쓸 수 있어요. 서버 설정의 연동에서 다른 사람에게도 허용할 수 있어요.

    `/다이제스트 만들기` 채널에 논문 가져오기. 시간대만 있으면 돼요
    `/다이제스트 수정` 입력한 것만 바꾸기
    `/다이제스트 미리보기` 지금 보내면 무엇이 나올지 나만 보기
    `/다이제스트 지금` 모두에게 바로 게시하기
    `/다이제스트 일시중지`, `/다이제스트 재개` 멈추고 다시 시작하기
    `/다이제스트 제거` 그만두기
    `/다이제스트 상태` 무엇이 왔고, 다음은 언제이며, 어떤 문제가 있는지 보기
    `/다이제스트 설정` 서버의 언어와 AI 요약 표시 여부 정하기
    `/다이제스트 소스 추가` 서버만의 피드, 출판물 페이지, 참고문헌 목록 읽기. `/다이제스트 소스 목록`과 `/다이제스트 소스 제거`로 보거나 그만둘 수 있어요

    상위 세 편은 자세히, 나머지는 한 줄씩 실려요. 한 채널에 같은 논문이 두 번 오지는 않아요. 다이제스트 아래의 **왜 이 논문인가요?**를 누르면 각 논문이 실린 이유와 제외한 것을 볼 수 있어요.
help-paper =
    ### 🔎 논문 찾기
    `/논문`에는 기억나는 대로 쓴 제목(철자가 틀리거나 일부만이어도 괜찮아요), 2305.14314 같은 arXiv ID, DOI, 또는 arXiv, Hugging Face, alphaXiv, Semantic Scholar, OpenReview, ACL Anthology의 주소를 쓸 수 있어요. 입력하는 동안 제목을 추천해 드려요.
    아직 여기에 없는 논문은 다른 곳에서 찾아보고, 몇 초쯤 걸려요. 다음부터는 여기에 있어요. 다른 논문이 나왔다면 **이 논문이 아닌가요? 다른 곳에서 찾기**를 눌러도 돼요.
    답은 나만 볼 수 있어요. `공유` 옵션을 쓰면 모두에게 보이고, 카드의 **여기에 게시**를 누르면 나중에도 보여 줄 수 있어요.
    카드의 **비슷한 논문**을 누르면 그 논문과 비슷한 논문들과 각각의 공통점을 볼 수 있어요.

    메뉴 **논문 찾기**는 메시지 속 논문을 찾아요. 메시지를 길게 누르거나 마우스 오른쪽 버튼으로 클릭한 다음 앱을 고르세요.
    `/트렌드`는 최근 하루, 일주일, 한 달 동안 나온 시기에 비해 추천이 가장 많이 늘어난 논문과 늘어난 폭을 보여 줘요.
help-search =
    ### 🔎 검색
    `/검색`은 제목, 초록, 저자에서 찾아 관련도순이나 최신순으로 보여 줘요. 구독과 다이제스트에도 같은 문법을 써요:
help-search-rules = 나란히 쓰면 *그리고*, `|`는 *또는*이에요. `*` 하나만 쓰면 전체예요. 입력하는 동안 맨 위에 나오는 것이 검색어를 이해한 결과예요.
help-subscribe =
    ### ✉️ 다이렉트 메시지로 논문 받기
    `/구독`은 주제, 저자, 최소 추천 수, 시각을 정하는 창을 열어요. 구독하기 전에 지난 30일 동안 얼마나 왔을지 알려 드려요. 검색 아래의 **이 검색 구독**이나 다이제스트 아래의 **나도 받기**를 누르면 창이 미리 채워져요.
    `/구독목록` 변경, 일시 중지, 미리보기, 삭제
    `/구독취소` 하나 또는 모두 그만두기. 받은 메시지 아래의 버튼으로도 할 수 있어요
help-library =
    ### 🔖 보관함과 설정
    논문 카드의 **저장** 버튼을 누르면 보관함에 담겨요.
    `/보관함 목록` 저장한 논문 보기. 여기서 뺄 수도 있어요
    `/보관함 내보내기` BibTeX, CSV 또는 JSON으로 받기
    `/설정` 언어, 시간대, AI 요약 ✨ 표시 여부 정하기
    `/출판물` 출판물 목록을 연도별로 둘러보기: 서버가 `/다이제스트 소스 추가`로 추가한 목록이나 모두가 볼 수 있는 목록
    `/도움말` 이 도움말 보기
help-privacy =
    ### 🔒 개인정보
    사용할 때만 저장하는 정보: Discord ID, 설정, 구독과 보내 드린 내역, 보관함, 진행 중인 검색(이틀). Paperboy는 **논문 찾기**를 쓴 메시지 말고는 메시지를 읽지 않으며, 그 내용도 저장하지 않아요.
    다음 정보만 다른 곳에 전달하며, 누가 묻고 누가 읽는지는 절대 전달하지 않아요. 여기에 없거나 확실하지 않은 제목이나 ID는 Hugging Face, arXiv, Semantic Scholar, OpenAlex, Crossref, OpenReview에서 찾아봐요. 논문 카드를 열면 그 논문에 연결된 것을 Hugging Face에 물어봐요. 이 Paperboy의 운영자가 번역 서비스를 설정했다면 번역할 제목과 글이 그곳에 전달되고, 서버 자체 논문도 포함돼요. 요약 모델을 설정했다면 공개된 논문의 초록이 그곳에 전달되지만, 서버 자체 논문의 초록은 전달되지 않아요.
    백업은 30일 동안 보관해요. 디스크를 암호화할지는 이 Paperboy의 운영자에게 달려 있어요.
    `/개인정보 내보내기` 저장된 정보를 모두 파일로 받기
    `/개인정보 삭제` 저장된 정보를 모두 삭제하기

## /개인정보

cmd-privacy = 나에 대해 저장된 정보
cmd-privacy-export = 나에 대해 저장된 정보를 모두 파일로 받아요
cmd-privacy-delete = 나에 대해 저장된 정보를 모두 삭제해요
privacy-nothing-kept = 저장된 정보가 없어요.
privacy-exported = 🔒 나에 대해 저장된 모든 정보예요.
privacy-backups = 백업은 30일 동안 보관한 뒤 삭제해요. 디스크를 암호화할지는 이 Paperboy의 운영자에게 달려 있어요.
privacy-delete-title = 나에 대해 저장된 정보를 모두 삭제할까요?
privacy-delete-what = 삭제되는 것: { $subscriptions ->
        [0] 구독(없음)
       *[other] 구독 { $subscriptions }개
    } 및 보내 드린 내역, 보관함({ $papers ->
        [0] 비어 있음
       *[other] 논문 { NUMBER($papers) }편
    }), 설정, 검색. 되돌릴 수 없어요.
privacy-digests-stay = 남는 것: 내가 만든 다이제스트 { $count }개는 서버의 것이므로 내 이름 없이 계속돼요.
privacy-sources-stay = 남는 것: 내가 추가한 소스 { $count }개는 서버의 것이므로 내 이름 없이 계속 읽어요.
privacy-deleted = 삭제했어요. 이제 저장된 정보가 없고, 아무것도 보내 드리지 않아요.
privacy-kept = 아무것도 삭제하지 않았어요.
button-privacy-delete = 모두 삭제

## 명령어와 옵션 이름

# 소문자, 숫자, -, _만. 공백 없이 32자 이하. 위의 글은 명령어를 이 이름으로 부른다.
name-add = 추가
name-again = 다시
name-ai = ai
name-alerts = 문제알림
name-channel = 채널
name-days = 요일
name-delete = 삭제
name-digest = 다이제스트
name-edit = 수정
name-export = 내보내기
name-file = 파일
name-find = 찾기
name-format = 형식
name-help = 도움말
name-language = 언어
name-library = 보관함
name-limit = 개수
name-list = 목록
name-name = 이름
name-notes = 안내
name-notify = 알림
name-now = 지금
name-paper = 논문
name-pause = 일시중지
name-period = 기간
name-preview = 미리보기
name-privacy = 개인정보
name-publications = 출판물
name-query = 검색어
name-remove = 제거
name-resume = 재개
name-search = 검색
name-settings = 설정
name-setup = 만들기
name-share = 공유
name-sort = 정렬
name-source = 소스
name-status = 상태
name-subscribe = 구독
name-subscription = 구독
name-subscriptions = 구독목록
name-time = 시각
name-timezone = 시간대
name-title = 제목
name-topic = 주제
name-trending = 트렌드
name-unsubscribe = 구독취소
name-url = 주소
name-year = 연도
