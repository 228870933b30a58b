# As palavras do Paperboy em português do Brasil. O original é en.ftl.
# Em português, a forma [one] do CLDR vale também para 0 e 1,5; por isso “um” é sempre [1], e 0 fica com o plural.

list-or = { " ou " }
list-and = { ", " }
sentence-gap = { " " }

## Cards

card-code = código
card-machine-summary = ✨ resumo escrito por { $model }
card-own-summary = ✨ resumo por IA de { $model }, feito para este Paperboy
card-model-unknown = um modelo sem nome
text-abstract = resumo dos autores
text-opening = primeiras frases do resumo
text-machine = ✨ resumo por IA, modelo indicado no cartão
text-own = ✨ resumo por IA de { $model }
text-retold = recontado para esta demo
# Under a digest, of abstracts of which some are whole and some shortened.
digest-abstracts = resumos, alguns encurtados
card-withdrawn = ⚠️ retirado pelos autores

button-save = Salvar
button-bibtex = BibTeX
button-post-here = Publicar aqui
button-similar = Parecidos
button-pdf = PDF
button-code = Código
button-project = Página do projeto
button-back = Voltar
button-next = Avançar

linked-models = { $count ->
        [one] { $count } modelo
       *[other] { $count } modelos
    }
linked-datasets = { $count ->
        [one] { $count } conjunto de dados
       *[other] { $count } conjuntos de dados
    }
linked-spaces = { $count ->
        [one] { $count } Space
       *[other] { $count } Spaces
    }
linked-on-huggingface = { $linked } no Hugging Face

## Translations

translated-by = 🌐 tradução: { $translator }
translated-in-part = uma parte não pôde ser traduzida e está como os autores escreveram
translator-deepl = DeepL
translator-libretranslate = LibreTranslate
translator-openai = modelo { $model }
translate-failed = 🌐 Não foi possível traduzir: { $why }. O cartão acima é o original.
translate-unreliable = nomes ou fórmulas sairiam errados
translate-nobody = Este Paperboy não traduz mais artigos.
translate-is-yours = Os artigos estão em inglês, o mesmo idioma em que você recebe as respostas, então não há o que traduzir. Para escolher outro, use `/configurações` com `idioma`.
translate-not-offered = Aqui os artigos não são traduzidos para o seu idioma. Quem mantém este Paperboy escolhe os idiomas.
translate-hidden = Traduções são escritas por uma máquina, e você oculta esse tipo de texto. `/configurações ia: Mostrar` volta a exibi-lo.
trouble-key = a chave de acesso não foi aceita
trouble-quota = a cota deste mês acabou
trouble-budget = os caracteres deste mês acabaram
trouble-language = o tradutor não conhece o seu idioma

## The digest

digest-title = 📰 Artigos · { $day }
digest-title-mine = 📬 Seus artigos · { $day }
digest-about = Sobre { $query }
digest-counts = { $offered ->
        [1] 1 novo
       *[other] { $offered } novos
    } · { $here } aqui{ $more ->
        [0] { "" }
       *[other] { " · " }mais { $more } abaixo
    }
digest-source-silent = ⚠️ As fontes não trazem nada novo desde { $since }; estes artigos são anteriores. `/boletim status` diz o que há de errado.
digest-topics = **Temas em alta e em queda**
    -# artigos por semana: ○ o normal nas quatro semanas anteriores → os últimos 7 dias
digest-topics-machine = ✨ com base em palavras-chave escritas por IA
topics-described = Temas dos últimos 7 dias, por número de artigos, em comparação com as quatro semanas anteriores.
topics-rose = Em alta: { $topics }.
topics-fell = Em queda: { $topics }.
topics-one = { $name } { $now }, normalmente { NUMBER($usual, maximumFractionDigits: 0) }
digest-late = ⏰ Com atraso: não pôde sair no horário previsto.
digest-not-translated = 🌐 nem tudo pôde ser traduzido desta vez; o resto está como os autores escreveram
digest-votes = votos às { $time }
digest-next = próximo: { $when }
digest-next-holiday = próximo: { $when }, se houver novidade: { $day } é feriado e o arXiv não anuncia nada

button-more = Mais { $count }
button-why = Por que estes?
button-mine = Quero o meu
button-unsubscribe = Cancelar assinatura

empty-weekend = No fim de semana não saem artigos.
empty-holiday = Foi feriado no arXiv, e nada foi anunciado.
empty-skipped = { $considered ->
        [1] Pulado: o Paperboy ficou fora do ar e voltou mais de doze horas atrasado.
       *[other] { $considered } boletins pulados até então: o Paperboy ficou fora do ar e voltou mais de doze horas atrasado.
    }
empty-put-back = { $considered ->
        [1] Pulado: uma cópia mais antiga do banco de dados foi restaurada, então ele já pode ter saído antes.
       *[other] { $considered } boletins pulados até então: uma cópia mais antiga do banco de dados foi restaurada, então eles já podem ter saído antes.
    }
empty-source-silent = { $known ->
        [0] As fontes não trouxeram nada nos últimos sete dias.
       *[other] As fontes não trazem nada novo desde { $since }.
    }
empty-see-status = `/boletim status` diz o que há de errado.
empty-nothing-matched = { $considered ->
        [1] Saiu um artigo, mas ele não corresponde à consulta.
       *[other] Saíram { $considered } artigos, mas nenhum corresponde à consulta.
    }
empty-all-shown = Nada de novo: tudo o que corresponde já apareceu aqui.

more-title = { $count ->
        [1] Mais um artigo
       *[other] Mais { $count } artigos
    }
more-none = Era só isso.
edition-gone = A origem desta mensagem foi removida, então não há mais nada a dizer sobre ela. Os artigos ainda podem ser abertos pelos números.

why-title = Por que estes?
why-rule = A ordem considera quanto o artigo corresponde à consulta, sua posição entre os artigos do dia e se há código; depois, os temas são variados. Nunca o mesmo artigo duas vezes no mesmo lugar.
why-because = { $reasons }
why-left-out = Ficaram de fora: { $rules }
why-all-here = Nada ficou de fora.

reason-matches = corresponde a { $terms }
reason-everything = saiu esta semana
reason-top-voted = nº { $a } de { $b } no dia
reason-rose = subiu de ▲{ $a } para ▲{ $b }
reason-discussed = { $count ->
        [one] { $count } comentário
       *[other] { $count } comentários
    }
reason-code = tem código
reason-pinned = fixado aqui

left-out-not-matching = { $count ->
        [1] 1 não corresponde
       *[other] { $count } não correspondem
    }
left-out-shown-before = { $count ->
        [1] 1 já apareceu aqui
       *[other] { $count } já apareceram aqui
    }
left-out-too-similar = { $count ->
        [1] 1 parecido demais com um escolhido
       *[other] { $count } parecidos demais com um escolhido
    }
left-out-below-limit = { $count } abaixo do limite
left-out-withdrawn = { $count ->
        [1] 1 retirado pelos autores
       *[other] { $count } retirados pelos autores
    }

## When something goes wrong

failure-unexpected = Algo deu errado do lado do Paperboy. O erro está no registro como `{ $code }`; tente de novo, por favor.
failure-old-control = Este botão é de outra versão do Paperboy. Use o comando de novo, por favor.
failure-too-many = Já há { $most } assinaturas aqui, e esse é o máximo. Remova uma antes.
failure-not-allowed = Você não tem permissão para fazer isso aqui.
failure-invalid = Não deu para entender.
failure-did-you-mean = Você quis dizer { $nearest }?

failure-query = A consulta deixa de fazer sentido neste ponto. Esperado: { $expected }.
failure-query-suggestion = Você quis dizer `{ $suggestion }`?
expected-term = uma palavra

failure-time-missing = Falta o horário. Escreva como 09:00 ou 9 pm.
failure-time-not-understood = “{ $text }” não é um horário. Escreva como 09:00 ou 9 pm.
failure-time-out-of-range = Nenhum relógio marca “{ $text }”. As horas vão de 00 a 23, e os minutos, de 00 a 59.
failure-days-missing = Faltam os dias. Escreva `todos os dias`, `seg-sex`, `ter-sáb` ou uma lista como `seg, qua, sex`.
failure-day-not-understood = “{ $text }” não é um dia. Escreva `todos os dias`, `seg-sex`, `ter-sáb` ou uma lista como `seg, qua, sex`.
failure-day-range-incomplete = “{ $text }” precisa de um dia de cada lado, como `ter-sáb`.
failure-zone = O Paperboy não conhece o fuso horário “{ $text }”.
expected-end = o fim
expected-closing-quote = aspas de fechamento
expected-closing-parenthesis = um parêntese de fechamento
expected-number = um número
expected-yes-or-no = `yes` ou `no`
expected-field-value = algo depois dos dois-pontos
expected-known-field = um destes: `author:` `category:` `org:` `source:` `upvotes:` `code:`
expected-shorter-text = no máximo 500 caracteres
expected-fewer-terms = no máximo 64 termos
expected-less-nesting = menos parênteses dentro de parênteses

## Direct messages and alerts

dm-hello = 📬 Seus artigos vão chegar por aqui. `/assinaturas` altera ou pausa o envio, `/cancelar-assinatura` encerra.
dm-closed-notice = 📪 Não foi possível entregar seus artigos: suas mensagens diretas estavam fechadas para o Paperboy. Permita mensagens diretas em um servidor que você tem em comum com ele e clique em **Tentar de novo**.

alert-missing-permission = ⚠️ O boletim em { $channel } parou: lá o Paperboy não tem permissão para { $detail }. Ele volta sozinho assim que isso for corrigido.
alert-refused-all-the-same = ⚠️ O boletim em { $channel } parou: o Discord não deixa o Paperboy escrever lá, embora ele tenha todas as permissões necessárias. Veja se ele está de castigo no servidor. Uma nova tentativa é feita a cada hora, e o boletim volta sozinho; você não receberá outro aviso.
alert-channel-gone = ⚠️ O boletim de { $channel } parou: o canal não existe mais, ou o Paperboy não consegue vê-lo. O boletim fica guardado por 30 dias: se o canal voltar ou o Paperboy for convidado de novo, ele volta sozinho; com `/boletim editar`, pode ir para outro canal.
alert-too-late = ⚠️ Uma edição do boletim em { $channel } não chegou: durante doze horas não foi possível enviá-la. `/boletim status` diz mais. O boletim continua; até que algo chegue, você não receberá outro aviso.
alert-not-taken = ⚠️ Uma edição do boletim em { $channel } não chegou: o Discord não aceitou a mensagem ({ $detail }). A culpa é do Paperboy, não do canal. O boletim continua; até que algo chegue, você não receberá outro aviso.
alert-automod = ⚠️ Uma edição do boletim em { $channel } não chegou: o AutoMod bloqueou a mensagem. Nas configurações do servidor, em AutoMod, libere da regra o cargo do Paperboy ou esse canal. O boletim continua; até que algo chegue, você não receberá outro aviso.
alert-links = ⚠️ Uma edição do boletim em { $channel } não chegou: o Discord a bloqueou por causa de um link que considera nocivo. O problema não está no seu servidor. O boletim continua; até que algo chegue, você não receberá outro aviso.
alert-channel-refused = Você recebe este aviso porque o Paperboy não conseguiu escrever em { $channel }, o canal de alertas.

permission-view-channel = Ver canal
permission-send-messages = Enviar mensagens
permission-read-message-history = Ver histórico de mensagens

button-try-again = Tentar de novo

## Papers

paper-gone = Esse artigo não é mais conhecido aqui.
paper-saved = 🔖 Salvo. `/biblioteca listar` mostra o que você salvou.
paper-post-not-here = Isto só pode ser publicado em um canal de servidor.
paper-post-not-allowed = Você não pode escrever neste canal, então nada foi publicado aqui.
paper-share-not-allowed = Você não pode escrever neste canal, então nada foi compartilhado aqui. Sem `compartilhar`, só você vê a resposta.
paper-posted-by = compartilhado por { $user }

# Similar papers
similar-title = ### 🧭 Parecidos com “{ $title }”
similar-how = Comparados por palavras (quanto mais raras, mais contam), palavras-chave e autores.
similar-about = em comum: { $words }
similar-keywords = mesmas palavras-chave: { $keywords }
similar-authors = também de { $names }
similar-close = próximos nas palavras
similar-nothing = Nada aqui se parece com este artigo. `/buscar` encontra artigos por palavras que você escolher.

## Schedules and queries in words

language-name = Português do Brasil

# Como as datas são escritas, nas letras de unicode.org/reports/tr35. O dia curto não termina em mês
# abreviado (“ago.”), porque muitas frases põem um ponto logo depois dele.
pattern-day = EEE, dd/MM
pattern-full-day = d 'de' MMM 'de' y
pattern-month = MMM 'de' y
pattern-weekday-time = EEE, HH:mm

day-0 = seg
day-1 = ter
day-2 = qua
day-3 = qui
day-4 = sex
day-5 = sáb
day-6 = dom

days-daily = todos os dias
days-weekdays = de segunda a sexta
days-weekends = nos fins de semana
days-weekly-0 = toda segunda-feira
days-weekly-1 = toda terça-feira
days-weekly-2 = toda quarta-feira
days-weekly-3 = toda quinta-feira
days-weekly-4 = toda sexta-feira
days-weekly-5 = todo sábado
days-weekly-6 = todo domingo
days-run = de { $first } a { $last }

schedule-line = { $days } às { $time }, { $zone }
schedule-short = { $days } às { $time }
schedule-next = Próximo: { $at } ({ $in })
schedule-next-holiday = Próximo: { $at } ({ $in }), se houver novidade: { $day } é feriado e o arXiv não anuncia nada

query-everything = tudo
query-author = de { $names }
query-votes = pelo menos ▲{ $count }

limit-line = { $count ->
        [1] um artigo
       *[other] até { $count } artigos
    }

dry-run = { $papers ->
        [0] Nada correspondeu nos últimos 30 dias.
        [1] Últimos 30 dias: um artigo.
       *[other] Últimos 30 dias: { $papers } artigos, { NUMBER($aday, maximumFractionDigits: 1) } por dia, { $busiest } no dia mais cheio.
    }
dry-run-empty = Ainda não há nada no índice, então não dá para dizer quanto viria.

paused-asked = ⏸️ Em pausa desde { $since }. Nada chega até que seja retomado.
paused-missing-permission = ⛔ Parado desde { $since }: o Paperboy não tem permissão para { $missing } lá. Volta sozinho assim que isso for corrigido.
paused-refused-all-the-same = ⛔ Parado desde { $since }: o Discord não deixa o Paperboy escrever lá, embora ele tenha todas as permissões necessárias. Veja se ele está de castigo no servidor. Uma nova tentativa é feita a cada hora.
paused-channel-gone = ⛔ Parado desde { $since }: o canal não existe mais, ou o Paperboy não consegue vê-lo. Volta sozinho assim que isso for corrigido; com `/boletim editar`, pode ir para outro canal; depois de 30 dias, é excluído.
paused-dm-closed = 📪 Parado desde { $since }: suas mensagens diretas estão fechadas para o Paperboy. Permita mensagens diretas em um servidor que você tem em comum com ele e clique em **Tentar de novo**.

channel-unknown = um canal que não existe mais

## Choices while typing

choice-zone = { $zone }, agora { $time }
choice-query = ✓ { $query } · { $count ->
        [1] um artigo
       *[other] { $count } artigos
    } em 30 dias
choice-fault = ✗ { $why }
choice-digest = #{ $channel } · { $schedule } · { $query }
choice-subscription = { $query } · { $schedule }
choice-all-subscriptions = Todas
choice-silent = Sem som
choice-normal = Com notificação
choice-notes-problems = Só quando algo estiver errado
choice-notes-all = Sempre que não houver nada para publicar
choice-notes-none = Nunca
choice-show = Mostrar
choice-hide = Ocultar

## Forms

form-try-again = Corrigir…
form-fault = **{ $field }** · { $why }
form-number = “{ $text }” não é um número inteiro de { $least } a { $most }.
form-what-title = O que enviar
form-when-title = Quando enviar
form-digest-title = Alterar o boletim
form-topics = Temas
form-topics-help = Palavras, "frases exatas", -excluída, a | b, category:cs.cl; * é tudo
form-authors = Autores
form-authors-help = Nomes separados por vírgulas; basta um deles
form-votes = Mínimo de votos
form-votes-help = 0 é qualquer número
form-query = Consulta
form-query-help = Palavras, "frases exatas", -excluída, a | b, author: category: org: upvotes:>=20; * é tudo
form-time = Horário
form-time-help = Como 09:00 ou 9 pm
form-timezone = Fuso horário
form-timezone-help = Uma cidade ou um fuso, como Sao Paulo ou America/Sao_Paulo
form-days = Dias
form-days-help = todos os dias, seg-sex, ter-sáb, toda segunda-feira ou seg, qua, sex; também em inglês
form-limit = Artigos
form-limit-help = O máximo por mensagem, de 1 a 15

## /digest

cmd-digest = Os artigos do dia para o servidor
cmd-digest-setup = Traz artigos para um canal, todos os dias
cmd-digest-edit = Altera um boletim; o que você não informar fica como está
cmd-digest-preview = Mostra, só para você, o que viria agora
cmd-digest-now = Publica agora mesmo as novidades, para todos no canal
cmd-digest-pause = Pausa um boletim até que seja retomado
cmd-digest-resume = Retoma um boletim pausado
cmd-digest-remove = Remove um boletim
cmd-digest-status = O que já veio, o que vem a seguir e o que há de errado
cmd-digest-settings = O idioma do servidor e se os resumos por IA aparecem
opt-digest = Qual boletim
opt-timezone = O fuso horário, como America/Sao_Paulo
opt-channel = Onde publicar: canal de texto ou de anúncios, ou tópico; por padrão, este canal
opt-time = A que horas, como 09:00 (o padrão)
opt-days = Em que dias: todos os dias (o padrão), seg-sex, ter-sáb, seg, qua …
opt-query = Sobre o quê: palavras, "frases", -excluída, author: category: …; * é tudo
opt-limit = O máximo de artigos por mensagem, de 1 a 15 (padrão: 9)
opt-language = O idioma dos textos em volta dos artigos
opt-notify = Se o boletim gera notificação (por padrão, não)
opt-notes = Quando avisar que não há nada para publicar
opt-ai = Se mostra resumos escritos por IA
opt-alerts = Um canal para avisar quando o boletim não puder ser publicado
opt-again = Publica de novo o último boletim em vez de um novo

digest-panel-title = 📰 O boletim em { $channel }
digest-panel-may-post = ✅ O Paperboy pode publicar lá: Ver canal, Enviar mensagens, Ver histórico de mensagens.
digest-panel-missing = ⚠️ O Paperboy ainda não pode publicar lá. Falta permissão para { $missing } em { $channel }. Conceda isso nas configurações do canal, em Permissões; nada mais é necessário.
digest-panel-unseen = ⚠️ O Paperboy não consegue ver { $channel }: falta permissão para { $missing } lá. Conceda isso nas configurações do canal, em Permissões; nada mais é necessário.
digest-panel-gone = ⚠️ O canal não existe mais, ou o Paperboy não consegue vê-lo.
digest-alerts-missing = ⚠️ Os alertas não podem ir para { $channel }: o Paperboy não tem permissão para { $missing } lá. Até que tenha, quem criou o boletim é avisado por mensagem direta.
digest-alerts-gone = ⚠️ Os alertas não podem ir para { $channel }: o canal não existe mais, ou o Paperboy não consegue vê-lo. Quem criou o boletim é avisado por mensagem direta.
digest-panel-silent = sem som
digest-panel-normal = com notificação
digest-panel-notes-problems = avisa quando algo está errado
digest-panel-notes-all = avisa sempre que não há nada
digest-panel-notes-none = nunca avisa que não há nada
digest-panel-ai = resumos por IA visíveis
digest-panel-no-ai = resumos por IA ocultos
digest-panel-alerts = alertas em { $channel }
digest-panel-set-up = O boletim está criado.
digest-panel-changed = O boletim foi alterado.

button-preview = Prévia
button-post-now = Publicar agora
button-post-again = Publicar o último de novo
button-edit = Editar…
button-pause = Pausar
button-resume = Retomar
button-remove = Remover
button-remove-sure = Sim, remover
button-keep = Manter
button-send-again = Enviar de novo
button-send-again-of = Enviar de novo: { $when }
button-no-alerts-channel = Sem canal de alertas

digest-none = Este servidor ainda não tem boletim. `/boletim criar` cria um; basta informar o fuso horário.
digest-which = Há { $count } boletins neste servidor. Escolha um na opção `boletim`.
digest-not-found = Esse boletim não existe neste servidor. Escolha um dos que a opção `boletim` oferece.
digest-channel-forum = Em um fórum ainda não há lugar para uma mensagem diária. Escolha um canal de texto, um canal de anúncios ou um tópico.
digest-channel-kind = Um boletim pode ser publicado em um canal de texto, em um canal de anúncios ou em um tópico. Escolha um na opção `canal`.
digest-channel-unseen = O Paperboy não consegue ver { $channel }. Conceda a ele a permissão Ver canal lá e use o comando de novo. Nada foi criado.
digest-nothing-given = Nada foi alterado, porque nada foi informado. Informe o que deve mudar ou clique em Editar… abaixo.
digest-remove-sure = Remover o boletim em { $channel }? Nada mais será publicado lá. O que já foi publicado fica, e não é publicado de novo se você criar outro.
digest-removed = O boletim em { $channel } foi removido.
digest-was-removed = Este boletim foi removido. `/boletim criar` cria um novo.
digest-now-missing = Nada foi publicado: o Paperboy não tem permissão para { $missing } em { $channel }.
digest-now-gone = Nada foi publicado: o canal não existe mais, ou o Paperboy não consegue vê-lo.
digest-now-posted = 📣 Publicado em { $channel }, para todos: { $count ->
        [1] [um artigo]({ $link })
       *[other] [{ $count } artigos]({ $link })
    }.
digest-now-on-its-way = ⏳ Ainda não publicado em { $channel }: o Discord não aceitou a mensagem. O Paperboy continua tentando; `/boletim status` diz no que deu.
digest-now-refused = ⛔ O Discord recusou a mensagem em { $channel }. `/boletim status` diz por quê.
digest-resent = 📣 Enviado de novo em { $channel }: { $count ->
        [0] [o aviso]({ $link })
        [1] [um artigo]({ $link })
       *[other] [{ $count } artigos]({ $link })
    }.
digest-resend-done = Isso já foi enviado de novo, ou já se sabe que chegou. `/boletim status` diz no que deu.
digest-resend-stopped = O boletim em { $channel } está parado, então nada foi enviado. Retome-o antes.
digest-now-left = { $left ->
        [0] O que foi publicado não volta a aparecer, então o próximo boletim só traz o que houver de novo até lá.
        [1] O que foi publicado não volta a aparecer. Ainda resta um artigo para o próximo boletim.
       *[other] O que foi publicado não volta a aparecer. Ainda restam { $left } artigos para o próximo boletim.
    }
digest-now-again-left = Esse foi o último boletim de novo; o próximo não muda por causa disso.
digest-now-nothing = Nada foi publicado em { $channel }. { $cause }
digest-settings-now = Boletins deste servidor: idioma { $language }, { $ai }. Os novos começam assim; `/boletim editar` altera um só.
digest-settings-followed = { $count ->
        [1] O boletim que já existe muda agora mesmo.
       *[other] Os { $count } boletins que já existem mudam agora mesmo.
    }

status-title = Boletins neste servidor
status-none-yet = nada foi publicado ainda
status-papers = { $count ->
        [1] um artigo
       *[other] { $count } artigos
    }
status-sent = ✅ { $at } · [{ $what }]({ $link })
status-arrived = ✅ { $at } · { $what }
status-planned = ⏳ { $at } · { $what } · a caminho
status-sending = ⏳ { $at } · { $what } · a caminho{ $detail }
status-refused = ⛔ { $at } · { $what } · o Discord recusou{ $detail }
status-unsure = ❓ { $at } · { $what } · pode ter chegado ou não, e não dá para conferir no canal
status-unsure-put-back = ❓ { $at } · { $what } · pode ter chegado ou não: uma cópia mais antiga do banco de dados foi restaurada
status-expired = ⌛ { $at } · { $what } · não pôde ser enviado{ $detail }
status-quiet = ➖ { $at } · { $what }
detail-after = : { $detail }
detail-too-late = não em doze horas
detail-rate-limited = o Discord pediu uma pausa
detail-discord-error = o Discord respondeu { $status }
detail-discord-refused = o Discord respondeu { $status }
detail-no-connection = sem conexão com o Discord
detail-put-back = uma cópia mais antiga do banco de dados foi restaurada
detail-connection-lost = a conexão com o Discord caiu
detail-dm-brake = o Discord limita o ritmo das mensagens diretas
detail-dm-closed = as mensagens diretas estão fechadas
detail-missing-permission = falta uma permissão
detail-channel-gone = o canal não existe mais
detail-invalid = o Discord não aceita esta mensagem
detail-automod = o AutoMod bloqueou a mensagem
detail-links = o Discord bloqueou um link da mensagem como nocivo
detail-broke = uma falha do próprio Paperboy; está no registro
detail-unreadable = o que estava guardado não pode ser lido
status-indexed = No índice: { $count ->
        [0] nenhum artigo ainda
        [1] um artigo, de { $newest }
       *[other] { $count } artigos, de { $oldest } a { $newest }
    }
status-source-ok = { $source }: respondeu { $when }
status-source-error = ⚠️ { $source }: falhou { $when }: { $why }
status-source-new = { $source }: ainda sem consulta
source-huggingface = Hugging Face Daily Papers

## Sources of a server

cmd-digest-source = Feeds, páginas de publicações e bibliografias que este servidor também lê
cmd-digest-source-add = Adiciona um feed, página de publicações ou bibliografia; as novidades entram nos boletins
cmd-digest-source-list = O que este servidor adicionou e se pode ser lido
cmd-digest-source-remove = Remove uma fonte deste servidor
opt-source-url = O endereço de um feed, de uma página de publicações ou de uma bibliografia
opt-source-file = Uma bibliografia em arquivo: .bib, CSL-JSON ou página salva, no máximo 1 MB
opt-source-name = Como chamar a fonte; por padrão, o próprio título ou o endereço
opt-source = Qual fonte

source-added-feed = 📡 **{ $name }** agora é uma fonte deste servidor: { $count ->
        [1] uma entrada
       *[other] { $count } entradas
    } até aqui, e o que aparecer a partir de agora é novidade nos boletins deste servidor.
source-added-bibliography = 📚 **{ $name }** agora é uma fonte deste servidor: { $count ->
        [1] uma publicação
       *[other] { $count } publicações
    }. O que for acrescentado a partir de agora é novidade nos boletins deste servidor.
source-read-again = 📚 **{ $name }**, nova leitura: { $count ->
        [1] uma publicação
       *[other] { $count } publicações
    }, { $news ->
        [0] nenhuma nova
        [1] uma delas nova
       *[other] { $news } delas novas
    }.
source-faults = ⚠️ { $count ->
        [1] Uma entrada ficou de fora:
       *[other] { $count } entradas ficaram de fora, por exemplo:
    }
source-what-now = `/publicações` mostra o que há nela. `source:` com o nome dela, na consulta de um boletim, traz só essa fonte. Ela é relida a cada hora.
source-what-now-file = `/publicações` mostra o que há nela. `source:` com o nome dela, na consulta de um boletim, traz só essa fonte. Um arquivo é lido uma vez só: quando mudar, adicione-o de novo com este nome.
source-removed = **{ $name }** foi removida. O que dela já foi publicado ou salvo continua.
source-not-found = Este servidor não tem uma fonte com esse nome. Escolha uma das que a opção oferece.
source-refused-too-many = Este servidor já tem { $most } fontes, e esse é o máximo. Remova uma antes com `/boletim fonte remover`.
source-refused-name-taken = Este servidor já tem uma fonte chamada **{ $name }**. Dê outro nome a esta na opção `nome` ou remova a outra antes.
source-refused-no-address = Isso não é um endereço da web. Ele deve começar com https:// e ser igual ao que o navegador mostra.
source-refused-nothing = Informe um endereço na opção `url` ou um arquivo na opção `arquivo`.
source-refused-both = Informe um endereço ou um arquivo, não os dois.
source-refused-too-large = Esse arquivo tem mais de 1 MB. Deixe de fora as entradas antigas ou os resumos, ou informe o endereço em que ele está.
source-unread = Nada foi adicionado: não foi possível ler o endereço ({ $why }). Abra-o em um navegador; se aparecer lá, tente de novo em alguns minutos.
source-unfit-empty = Nada foi adicionado: está vazio.
source-unfit-unknown = Nada foi adicionado: isso não é feed, nem BibTeX, nem CSL-JSON, nem página da web. Informe o endereço do próprio feed ou exporte sua lista como BibTeX.
source-unfit-no-entries = Nada foi adicionado: não dá para distinguir as entradas. Podem ser lidas páginas feitas com al-folio, páginas com dados schema.org ou COinS e listas com um link para cada artigo; nos outros casos, exporte a lista como BibTeX e informe o arquivo.
source-unfit-too-large = Nada foi adicionado: é grande demais para ler. Informe só uma parte, como os últimos anos.
source-unfit-too-many = Nada foi adicionado: há mais de 5.000 entradas. Informe só uma parte, como os últimos anos.
source-unfit-broken = Nada foi adicionado: parece JSON, mas está incompleto ({ $place }). Exporte de novo.
source-unfit-forbidden = Nada foi adicionado: o Paperboy só lê endereços que todos podem acessar, nas portas de costume e sem senha.
sources-title = 📡 O que este servidor também lê
sources-none = Este servidor não tem fontes próprias. Quem tem a permissão Gerenciar servidor pode adicionar um feed, uma página de publicações ou uma bibliografia com `/boletim fonte adicionar`.
source-line = **{ $name }** · { $count ->
        [1] uma entrada
       *[other] { $count } entradas
    } · { $where }
source-of-file = um arquivo
source-failing = ⚠️ sem leitura desde { $since }; uma nova tentativa é feita a cada hora
source-capped = ⏳ mais de { $most } entradas novas em um dia; as outras chegam nos próximos dias, e as de um arquivo quando ele for adicionado de novo
digest-panel-sources = Também de { $names }

cmd-publications = Mostra, ano a ano, uma lista de publicações
opt-publications-name = Qual lista
opt-publications-year = Só este ano
publications-title = 📚 { $name } · { $count ->
        [1] uma publicação
       *[other] { $count } publicações
    }
publications-undated = Sem ano
publications-none = **{ $name }** não tem entradas no momento.
publications-none-that-year = **{ $name }** não tem nada de { $year }. Há algo de { $years }.
publications-gone = Esta lista não está mais aqui.
publications-unknown = Não há uma lista com esse nome aqui. Escolha uma das que a opção oferece.
publications-nowhere = Não há nenhuma lista para ver aqui. Em um servidor, quem tem a permissão Gerenciar servidor pode adicionar uma com `/boletim fonte adicionar`.

## /subscribe

cmd-subscribe = Receba artigos por mensagem direta
cmd-subscriptions = Suas assinaturas: alterar, pausar, ver a prévia, excluir
cmd-unsubscribe = Cancela uma assinatura
opt-subscription = Qual assinatura
opt-timezone-mine = O seu fuso horário, como America/Sao_Paulo

subscribe-title = ✉️ Artigos por mensagem direta
subscribe-title-edit = ✉️ Alterar uma assinatura
subscribe-what = **O quê** · { $query }
subscribe-when = **Quando** · { $when }
subscribe-most = **Quantos** · { $limit } por mensagem
subscribe-zone-guessed = { $zone } é um palpite a partir do seu idioma. **Quando…** altera.
subscribe-zone-guessed-command = { $zone } é um palpite a partir do seu idioma. **Editar…** altera.
subscribe-cancelled = Nada foi alterado.
subscribe-cancelled-new = Nenhuma assinatura foi feita.
subscribe-done = ✅ Assinatura feita. Os artigos chegam por mensagem direta.
subscribe-changed = ✅ Alterado.
subscribe-closed = 📪 Assinatura feita, mas suas mensagens diretas estão fechadas para o Paperboy, então nada pode chegar. Permita mensagens diretas nas configurações de privacidade de um servidor que você tem em comum com ele e clique em **Tentar de novo**.
subscribe-gone = Este painel já foi usado ou é antigo demais. `/assinar` abre um novo.

button-what = O quê…
button-when = Quando…
button-subscribe = Assinar
button-save-changes = Salvar
button-cancel = Cancelar
button-delete = Excluir
button-delete-sure = Sim, excluir
button-delete-all-sure = Sim, excluir todas
button-undo = Desfazer
button-all-subscriptions = Todas as assinaturas
button-missed = { $count ->
        [1] Mostrar o artigo que não chegou
       *[other] Mostrar os { $count } artigos que não chegaram
    }
missed-title = { $count ->
        [1] Saiu um artigo enquanto nada podia ser entregue
       *[other] Saíram { $count } artigos enquanto nada podia ser entregue
    }
missed-none = Todos já apareceram desde então.

dm-open-again = 📬 Suas mensagens diretas estão abertas. Os artigos voltam a chegar.
dm-open-already = 📬 Suas mensagens diretas estão abertas.
dm-still-closed = 📪 Ainda fechadas: o Discord não deixa o Paperboy escrever para você. Permita mensagens diretas nas configurações de privacidade de um servidor que você tem em comum com ele e clique em **Tentar de novo**.

subscriptions-title = Suas assinaturas
subscriptions-none = Você não tem assinaturas. `/assinar` cria uma.
subscriptions-pick = Escolha uma para alterar, pausar, ver a prévia ou excluir
subscriptions-more = … e mais { $count } no menu abaixo.
subscription-title = ✉️ { $query }
subscription-gone = Essa assinatura não existe mais.
subscription-last = Último envio: { $what }
subscription-last-sent = { $at }, { $what }
subscription-last-empty = { $at }, nada. { $cause }
subscription-last-none = nada veio ainda
subscription-delete-sure = Excluir “{ $query }”? Nada mais virá dessa assinatura.
subscription-delete-all-sure = { $count ->
        [1] Excluir sua assinatura? Nada mais chegará.
       *[other] Excluir todas as { $count } assinaturas? Nada mais chegará.
    }
subscription-deleted = { $count ->
        [1] Excluída. Nada mais virá dessa assinatura.
       *[other] Todas as { $count } foram excluídas. Nada mais chegará.
    }
subscription-which = Escolha uma na opção `assinatura`, ou “Todas”.
unsubscribed = Envio de “{ $query }” cancelado. Nada mais virá dessa assinatura; `/cancelar-assinatura` a exclui de vez.
unsubscribe-undone = Os artigos voltam a chegar.

## /paper and Find papers

cmd-paper = Encontra um artigo pelo título, mesmo lembrado pela metade, por um id ou um endereço
opt-paper-title = O título como você lembra, um id do arXiv ou um endereço
opt-paper-share = Mostra a todos aqui, e não só a você
menu-find-papers = Encontrar artigos

indexed = No índice: { $count ->
        [1] um artigo
       *[other] { NUMBER($count) } artigos
    }, de { $oldest } a { $newest }.
indexed-nothing = Ainda não há artigos aqui: eles estão sendo buscados. Tente de novo em alguns minutos.

paper-empty = Nenhum título foi informado. Digite o título como você lembra, um id do arXiv ou um endereço.
paper-several = Qual deles é?
paper-pick = Escolha um artigo
paper-not-here = Nenhum título daqui se parece com “{ $typed }”.
paper-being-indexed = Os títulos estão sendo indexados, { $percent }% até agora: “{ $typed }” pode estar aqui mesmo assim. Tente de novo em um minuto; ids, endereços e `/buscar` já funcionam.
paper-not-indexed = A busca por títulos não está disponível agora, então “{ $typed }” pode estar aqui mesmo assim. Ids, endereços e `/buscar` funcionam; tente os títulos mais tarde.
paper-id-not-here = { $id } não está no índice daqui.
paper-nearest = Os títulos mais parecidos são estes:
paper-found-shared = Encontrado. Aqui está, para todos.
asked-unknown = Consultados, sem resposta certa: { $services }.
asked-failed = Não foi possível consultar: { $services }. Tente de novo em alguns minutos.
asked-trouble = { $service } ({ $why })
service-huggingface = Hugging Face
service-arxiv = arXiv
service-semantic-scholar = Semantic Scholar
service-openalex = OpenAlex
service-crossref = Crossref
service-openreview = OpenReview
trouble-unreachable = sem resposta
trouble-busy = consultas demais
trouble-refused = acesso recusado
trouble-broken = fora do ar
trouble-unreadable = a resposta não fez sentido
trouble-late = demorou demais
button-abstracts = Buscar nos resumos
button-elsewhere = Não é este? Buscar em outro lugar
elsewhere-nothing = Nada mais foi encontrado para “{ $typed }”.
elsewhere-nobody = Não há mais onde consultar.
elsewhere-gone = Esta resposta é antiga demais. Use `/artigo` de novo, por favor.

find-title = { $count ->
        [1] Um artigo nesta mensagem
       *[other] { $count } artigos nesta mensagem
    }
find-nothing = Nenhum artigo foi encontrado nesta mensagem. São procurados ids, endereços e títulos entre aspas ou sozinhos em uma linha.
find-being-indexed = Os títulos estão sendo indexados, { $percent }% até agora: para os que não foram encontrados, tente de novo em um minuto.
find-unindexed = A busca por títulos não está disponível agora: os que não foram encontrados podem estar aqui mesmo assim. Tente de novo mais tarde.
find-not-indexed = Fora do índice daqui:

draft-not-yours = Estes botões são de outra pessoa. Use o comando para ter os seus.

## /search and /trending

cmd-search = Busca em títulos, resumos e autores
opt-search-query = Palavras, "frases", -excluída, a | b, author: category: org: upvotes:>=20 code:yes; * é tudo
opt-search-sort = Os que mais correspondem primeiro (o padrão) ou os mais novos
choice-best = Melhor correspondência
choice-newest = Mais novos

search-reads = 🔎 { $query }
search-reads-not = ✗ Esperado a seguir: { $expected }
search-title = ### 🔎 { $query }
search-widened = ### 🔎 Qualquer palavra de “{ $typed }”
    Nenhum artigo tem todas as palavras; estes têm algumas delas.
search-count = { $count ->
        [1] um artigo
       *[other] { NUMBER($total) }{ $plus } artigos
    }
search-sorted-best = melhores correspondências primeiro
search-sorted-best-of = melhores correspondências primeiro, entre os { NUMBER($newest) } mais novos
search-sorted-newest = mais novos primeiro
page-of = página { $page } de { $of }
search-nothing = Nada corresponde.
search-stopped = Palavras tão comuns levam tempo demais para buscar, então a busca parou antes do fim e pode haver mais. Uma palavra mais rara junto delas resolve.
search-nothing-hint = Menos palavras encontram mais, e `a | b` encontra qualquer uma das duas. `/artigo` encontra um título mesmo com erros de digitação. **Assinar esta busca** avisa você quando algo sair.
search-gone = Esta busca é antiga demais. Use o comando de novo, por favor.
button-sort-best = Melhores primeiro
button-sort-newest = Mais novos primeiro
button-subscribe-query = Assinar esta busca

cmd-trending = Os artigos cujos votos mais sobem, e quanto
opt-trending-period = No último dia (o padrão), em uma semana ou em um mês
period-day = Dia
period-week = Semana
period-month = Mês
trending-title = 📈 Em alta · desde { $day }
trending-title-by-votes = 📈 Mais votados · { $days ->
        [0] { $last }
       *[other] { $first } – { $last }
    }
trending-rose = ▲{ $votes } · +{ $by } desde { $day }
trending-new = novo, ▲{ $votes } { $days ->
        [1] no primeiro dia
       *[other] em { $days } dias
    }
trending-by-votes = Ainda não se sabe aqui como os votos subiram, então estes são os artigos mais novos, por votos.
trending-counted = Os votos são contados aqui desde { $day }; artigos anteriores podem ter subido mais do que isto.
trending-nothing = Nenhum artigo saiu neste período.

query-example-1 = diffusion distillation
query-example-1-finds = as duas palavras
query-example-2 = "world models"
query-example-2-finds = palavras lado a lado
query-example-3 = robot -survey
query-example-3-finds = sem uma palavra
query-example-4 = lora | adapters
query-example-4-finds = uma palavra ou outra
query-example-5 = (vision | speech) benchmark
query-example-5-finds = uma das duas, e mais uma
query-example-6 = author:"Yoshua Bengio"
query-example-6-finds = de um autor
query-example-7 = category:cs.CL upvotes:>=20
query-example-7-finds = em uma categoria, com votos
query-example-8 = org:google code:yes
query-example-8-finds = de uma organização, com código
query-example-9 = transform*
query-example-9-finds = tudo o que começa assim

## /library

cmd-library = Os artigos que você salvou
cmd-library-list = Lista o que você salvou, do mais novo ao mais antigo
cmd-library-export = Entrega o que você salvou em um arquivo
opt-library-find = Palavras de um título ou de um autor
opt-library-format = BibTeX (o padrão), CSV ou JSON
format-bibtex = BibTeX
format-csv = CSV, para planilhas
format-json = JSON

library-title = 🔖 Sua biblioteca
library-title-find = 🔖 Sua biblioteca: “{ $find }”
library-count = { $count ->
        [1] um artigo
       *[other] { NUMBER($count) } artigos
    }
library-empty = Sua biblioteca está vazia. **Salvar**, no cartão de um artigo, o guarda aqui.
library-none-found = Nada na sua biblioteca se parece com “{ $find }”.
library-remove = Retirar um artigo…
library-removed = Retirado: { $title }
library-gone = Esta lista é antiga demais. `/biblioteca listar` a mostra de novo.
library-exported = { $count ->
        [1] Um artigo, em um arquivo.
       *[other] { NUMBER($count) } artigos, em um arquivo.
    }

## /settings

cmd-settings = O seu idioma, o seu fuso horário e se os resumos por IA aparecem
opt-settings-language = O idioma em que o Paperboy responde a você
settings-title = ⚙️ Suas configurações
settings-saved = ✅ Anotado. Vale em todos os servidores e nas mensagens diretas.
settings-followed = { $count ->
        [1] Sua assinatura muda agora mesmo.
       *[other] Suas { $count } assinaturas mudam agora mesmo.
    }
settings-zone-kept = As assinaturas que você já tem mantêm o fuso horário; `/assinaturas` o altera.
settings-language = **Idioma** · { $language } ({ $source })
settings-timezone = **Fuso horário** · { $zone } ({ $source })
settings-timezone-none = **Fuso horário** · não escolhido
settings-ai = **Resumos escritos por IA ✨** · { $ai } ({ $source })
settings-chosen = escolha sua
settings-from-discord = pelo idioma do seu Discord
settings-guessed = palpite a partir do idioma do seu Discord
settings-default = padrão
settings-hint = Altere com as opções de `/configurações`. O idioma e os resumos valem também para as assinaturas; as novas começam ainda com o fuso horário.

## /help

cmd-help = O que o Paperboy faz e como
opt-help-topic = Sobre o que ler
help-choose = Ler sobre…
help-topic-start = Início
help-topic-digest = O boletim diário de um servidor
help-topic-paper = Encontrar um artigo
help-topic-search = A busca e a linguagem de consulta
help-topic-subscribe = Artigos por mensagem direta
help-topic-library = Sua biblioteca e suas configurações
help-topic-privacy = Privacidade

help-start =
    ### 📰 Paperboy
    traz artigos científicos para onde você lê: um boletim em um canal todos os dias, qualquer artigo pelo título lembrado pela metade e a sua própria seleção por mensagem direta.

    `/artigo` encontra um artigo; pode ter erro de digitação
    `/buscar` busca em títulos, resumos e autores
    `/em-alta` mostra quais votos sobem
    `/publicações` mostra, ano a ano, uma lista de publicações
    `/assinar` envia a você o que lhe interessa
    `/biblioteca listar` mostra o que você salvou
help-start-owner = Você gerencia este servidor: `/boletim criar` traz artigos para um canal. Basta o fuso horário, e você vê o que virá antes que algo seja publicado.
help-start-reader = Embaixo de cada boletim, **Quero o meu** faz dele um só seu, e os botões numerados abrem um artigo só para você.

help-digest =
    ### 📰 O boletim diário de um servidor
    Para quem tem a permissão Gerenciar servidor; o servidor pode liberar outras pessoas nas suas configurações, em Integrações.

    `/boletim criar` traz artigos para um canal; basta o fuso horário
    `/boletim editar` altera o que você informar, e nada mais
    `/boletim prévia` mostra, só para você, o que viria agora
    `/boletim agora` publica na hora, para todos
    `/boletim pausar` e `/boletim retomar` param o boletim e o deixam continuar
    `/boletim remover` encerra o boletim
    `/boletim status` diz o que já veio, o que vem a seguir e o que há de errado
    `/boletim configurações` define o idioma do servidor e se os resumos por IA aparecem
    `/boletim fonte adicionar` faz o servidor ler um feed, uma página de publicações ou uma bibliografia própria; `/boletim fonte listar` e `/boletim fonte remover` mostram e retiram essas fontes

    Os três primeiros artigos aparecem por inteiro; os outros, em uma linha cada. Um artigo vem a um canal uma vez só. **Por que estes?**, embaixo de um boletim, diz por que cada artigo está ali e o que ficou de fora.
help-paper =
    ### 🔎 Encontrar um artigo
    `/artigo` aceita um título como você lembra, com erros ou pela metade; um id do arXiv, como 2305.14314; um DOI; ou um endereço de arXiv, Hugging Face, alphaXiv, Semantic Scholar, OpenReview ou ACL Anthology. Enquanto você digita, aparecem títulos.
    Um artigo que ainda não está aqui é procurado em outros lugares, o que leva alguns segundos; da próxima vez, ele já está aqui. Se o artigo encontrado foi outro, **Não é este? Buscar em outro lugar** faz o mesmo.
    Só você vê a resposta. A opção `compartilhar` a mostra a todos, e **Publicar aqui**, em um cartão, faz isso depois.
    Em um cartão, **Parecidos** mostra artigos parecidos e o que cada um tem em comum.

    O menu **Encontrar artigos** encontra os artigos de uma mensagem: toque nela e segure, ou clique com o botão direito, e escolha Apps.
    `/em-alta` mostra os artigos cujos votos mais subiram no último dia, na última semana ou no último mês, para a idade que têm, e quanto.
help-search =
    ### 🔎 Busca
    `/buscar` procura em títulos, resumos e autores, com as melhores correspondências ou os mais novos primeiro. Assinaturas e boletins falam a mesma linguagem:
help-search-rules = Lado a lado quer dizer *e*; `|` quer dizer *ou*. `*` sozinho é tudo. Enquanto você digita, a primeira sugestão mostra como a consulta é entendida.
help-subscribe =
    ### ✉️ Artigos por mensagem direta
    `/assinar` abre um painel: temas, autores, mínimo de votos, horário. Antes de você confirmar, ele diz quanto teria vindo nos últimos 30 dias. **Assinar esta busca**, embaixo de uma busca, e **Quero o meu**, embaixo de um boletim, já abrem o painel preenchido.
    `/assinaturas` altera, pausa, mostra a prévia ou exclui
    `/cancelar-assinatura` cancela uma ou todas, assim como o botão embaixo de cada uma dessas mensagens
help-library =
    ### 🔖 Sua biblioteca e suas configurações
    O botão **Salvar**, no cartão de um artigo, o guarda na sua biblioteca.
    `/biblioteca listar` mostra o que você salvou; ali você também retira um artigo
    `/biblioteca exportar` entrega tudo em BibTeX, CSV ou JSON
    `/configurações` guarda o seu idioma, o seu fuso horário e se você vê resumos escritos por IA ✨
    `/publicações` mostra, ano a ano, uma lista de publicações: uma que o seu servidor adicionou com `/boletim fonte adicionar` ou uma que todos têm
    `/ajuda` mostra estas páginas
help-privacy =
    ### 🔒 Privacidade
    O que fica guardado sobre você, e só depois que você usa: o seu id do Discord, suas configurações, suas assinaturas com o que foi enviado a você, sua biblioteca e buscas em andamento (dois dias). O Paperboy não lê mensagens, exceto a que você escolhe para **Encontrar artigos**, e não guarda nada dela.
    Só isto é repassado, e nunca quem pergunta ou lê. Um título ou id que não é conhecido aqui, ou não com certeza, é procurado no Hugging Face, no arXiv, no Semantic Scholar, no OpenAlex, no Crossref ou no OpenReview; quando você abre o cartão de um artigo, o Hugging Face é consultado sobre o que está vinculado a ele. Se quem mantém este Paperboy configurou um tradutor, ele recebe os títulos e textos que traduz, também os de artigos próprios de um servidor. Se configurou um modelo para resumir, ele recebe os resumos de artigos públicos, e nenhum dos próprios de um servidor.
    Cópias de segurança ficam guardadas por 30 dias. Se o disco é criptografado, depende de quem mantém este Paperboy.
    `/privacidade exportar` entrega tudo em um arquivo
    `/privacidade excluir` exclui tudo

## /privacy

cmd-privacy = O que fica guardado sobre você
cmd-privacy-export = Entrega tudo o que está guardado sobre você, em um arquivo
cmd-privacy-delete = Exclui tudo o que está guardado sobre você
privacy-nothing-kept = Nada está guardado sobre você.
privacy-exported = 🔒 Tudo o que está guardado sobre você.
privacy-backups = Cópias de segurança ficam guardadas por 30 dias e depois também são apagadas. Se o disco é criptografado, depende de quem mantém este Paperboy.
privacy-delete-title = Excluir tudo o que está guardado sobre você?
privacy-delete-what = O que será excluído: { $subscriptions ->
        [0] suas assinaturas (nenhuma)
        [1] sua assinatura
       *[other] suas { $subscriptions } assinaturas
    } com o que foi enviado a você, sua biblioteca ({ $papers ->
        [0] vazia
        [1] um artigo
       *[other] { NUMBER($papers) } artigos
    }), suas configurações e suas buscas. Isso não pode ser desfeito.
privacy-digests-stay = O que fica: { $count ->
        [1] o boletim que você criou pertence ao servidor e continua
       *[other] os { $count } boletins que você criou pertencem aos servidores e continuam
    }, sem o seu nome.
privacy-sources-stay = O que fica: { $count ->
        [1] a fonte que você adicionou pertence ao servidor e continua a ser lida
       *[other] as { $count } fontes que você adicionou pertencem aos servidores e continuam a ser lidas
    }, sem o seu nome.
privacy-deleted = Excluído. Nada mais está guardado sobre você, e nada mais será enviado a você.
privacy-kept = Nada foi excluído.
button-privacy-delete = Excluir tudo

## Names of commands and options

# Letras minúsculas, algarismos, - e _, sem espaços, no máximo 32. Os textos acima citam os comandos
# com estes nomes.
name-add = adicionar
name-again = repetir
name-ai = ia
name-alerts = alertas
name-channel = canal
name-days = dias
name-delete = excluir
name-digest = boletim
name-edit = editar
name-export = exportar
name-file = arquivo
name-find = filtrar
name-format = formato
name-help = ajuda
name-language = idioma
name-library = biblioteca
name-limit = limite
name-list = listar
name-name = nome
name-notes = avisos
name-notify = notificação
name-now = agora
name-paper = artigo
name-pause = pausar
name-period = período
name-preview = prévia
name-privacy = privacidade
name-publications = publicações
name-query = consulta
name-remove = remover
name-resume = retomar
name-search = buscar
name-settings = configurações
name-setup = criar
name-share = compartilhar
name-sort = ordem
name-source = fonte
name-status = status
name-subscribe = assinar
name-subscription = assinatura
name-subscriptions = assinaturas
name-time = horário
name-timezone = fuso-horário
name-title = título
name-topic = tema
name-trending = em-alta
name-unsubscribe = cancelar-assinatura
name-url = url
name-year = ano
