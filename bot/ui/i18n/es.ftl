# Los textos de Paperboy en español (de tú). Original: en.ftl.

list-or = { " o " }
list-and = { ", " }
sentence-gap = { " " }

## Fichas

card-code = código
card-machine-summary = ✨ resumen de IA, por { $model }
card-own-summary = ✨ resumen de IA, por { $model }, hecho para este Paperboy
card-model-unknown = un modelo sin nombre
text-abstract = resumen de los autores
text-opening = primeras frases del resumen
text-machine = ✨ resumen de IA; el modelo, en la ficha
text-own = ✨ resumen de IA, por { $model }
text-retold = contado de nuevo para esta demo
# Under a digest, of abstracts of which some are whole and some shortened.
digest-abstracts = resúmenes, algunos abreviados
card-withdrawn = ⚠️ retirado por sus autores

button-save = Guardar
button-bibtex = BibTeX
button-post-here = Publicar aquí
button-similar = Similares
button-pdf = PDF
button-code = Código
button-project = Página del proyecto
button-back = Anterior
button-next = Siguiente

linked-models = { $count ->
        [one] 1 modelo
       *[other] { $count } modelos
    }
linked-datasets = { $count ->
        [one] 1 conjunto de datos
       *[other] { $count } conjuntos de datos
    }
linked-spaces = { $count ->
        [one] 1 Space
       *[other] { $count } Spaces
    }
linked-on-huggingface = { $linked } en Hugging Face

## Traducciones

translated-by = 🌐 traducido por { $translator }
translated-in-part = una parte no se pudo traducir y está tal como la escribieron sus autores
translator-deepl = DeepL
translator-libretranslate = LibreTranslate
translator-openai = el modelo { $model }
translate-failed = 🌐 No se pudo traducir: { $why }. La ficha de arriba es el original.
translate-unreliable = los nombres o las fórmulas no habrían quedado bien
translate-nobody = Este Paperboy ya no traduce artículos.
translate-is-yours = Los artículos están en inglés, que es el idioma en el que te responde Paperboy: no hay nada que traducir. `/ajustes` con la opción `idioma` permite elegir otro.
translate-not-offered = Aquí no se traducen artículos a tu idioma. Los idiomas los elige quien administra este Paperboy.
translate-hidden = Las traducciones las escribe una máquina, y tú ocultas esos textos. `/ajustes ia: Mostrar` los vuelve a mostrar.
trouble-key = clave de acceso rechazada
trouble-quota = cuota del mes agotada
trouble-budget = caracteres del mes agotados
trouble-language = el traductor no conoce tu idioma

## El boletín

digest-title = 📰 Artículos · { $day }
digest-title-mine = 📬 Tus artículos · { $day }
digest-about = Sobre { $query }
digest-counts = { $offered } { $offered ->
        [one] nuevo
       *[other] nuevos
    } · { $here } aquí{ $more ->
        [0] { "" }
       *[other] { " · " }{ $more } más abajo
    }
digest-source-silent = ⚠️ Las fuentes no traen nada nuevo desde el { $since }; estos artículos son anteriores. `/boletín estado` dice qué falla.
digest-topics = **Temas que suben y bajan**
    -# artículos por semana: ○ lo habitual en las cuatro semanas anteriores → los últimos 7 días
digest-topics-machine = ✨ según palabras clave escritas por IA
topics-described = Temas de los últimos 7 días, por artículos, frente a las cuatro semanas anteriores.
topics-rose = Suben: { $topics }.
topics-fell = Bajan: { $topics }.
topics-one = { $name } { $now }, lo habitual { NUMBER($usual, maximumFractionDigits: 0) }
digest-late = ⏰ Con retraso: no pudo llegar a la hora prevista.
digest-not-translated = 🌐 esta vez no se pudo traducir todo; el resto está tal como lo escribieron sus autores
digest-votes = votos a las { $time }
digest-next = próximo: { $when }
digest-next-holiday = próximo: { $when }, si hay algo: arXiv no anuncia nada el { $day }, festivo

button-more = { $count } más
button-why = ¿Por qué estos?
button-mine = Recibir el mío
button-unsubscribe = Cancelar suscripción

empty-weekend = Los fines de semana no salen artículos.
empty-holiday = Día festivo en arXiv: no anunció nada.
empty-skipped = { $considered ->
        [one] Envío omitido: Paperboy estaba parado y volvió con más de doce horas de retraso.
       *[other] { $considered } envíos omitidos hasta entonces: Paperboy estaba parado y volvió con más de doce horas de retraso.
    }
empty-put-back = { $considered ->
        [one] Envío omitido: se restauró una copia anterior de la base de datos, así que quizá ya había llegado.
       *[other] { $considered } envíos omitidos hasta entonces: se restauró una copia anterior de la base de datos, así que quizá ya habían llegado.
    }
empty-source-silent = { $known ->
        [0] Las fuentes no han traído nada en los últimos siete días.
       *[other] Las fuentes no traen nada nuevo desde el { $since }.
    }
empty-see-status = `/boletín estado` dice qué falla.
empty-nothing-matched = { $considered ->
        [0] No ha salido ningún artículo.
        [one] Ha salido un artículo, y no coincide.
       *[other] Han salido { $considered } artículos y ninguno coincide.
    }
empty-all-shown = Nada nuevo: todo lo que coincide ya se mostró aquí.

more-title = { $count ->
        [0] Ningún artículo más
        [one] Un artículo más
       *[other] { $count } artículos más
    }
more-none = Eso era todo.
edition-gone = El envío del que salió este mensaje se eliminó, así que no hay más que contar. Sus artículos todavía se abren con sus números.

why-title = ¿Por qué estos?
why-rule = Ordenados según lo bien que coinciden, su puesto entre los artículos de su día y si hay código; después, repartidos por temas. Nunca dos veces en el mismo sitio.
why-because = { $reasons }
why-left-out = Descartados: { $rules }
why-all-here = No se descartó nada.

reason-matches = coincide con { $terms }
reason-everything = salió esta semana
reason-top-voted = n.º { $a } de { $b } en su día
reason-rose = pasó de ▲{ $a } a ▲{ $b }
reason-discussed = { $count ->
        [one] un comentario
       *[other] { $count } comentarios
    }
reason-code = tiene código
reason-pinned = fijado aquí

left-out-not-matching = { $count } sin coincidencia
left-out-shown-before = { $count ->
        [one] { $count } ya mostrado aquí
       *[other] { $count } ya mostrados aquí
    }
left-out-too-similar = { $count ->
        [one] { $count } demasiado parecido a uno elegido
       *[other] { $count } demasiado parecidos a uno elegido
    }
left-out-below-limit = { $count } fuera del límite
left-out-withdrawn = { $count ->
        [one] { $count } retirado
       *[other] { $count } retirados
    }

## Cuando algo falla

failure-unexpected = Algo salió mal en Paperboy. Está en el registro como `{ $code }`; inténtalo de nuevo, por favor.
failure-old-control = Este botón es de otra versión de Paperboy. Vuelve a usar el comando, por favor.
failure-too-many = Aquí ya se alcanzó el máximo, que es { $most }. Elimina algo primero.
failure-not-allowed = No tienes permiso para hacer eso aquí.
failure-invalid = No se entendió.
failure-did-you-mean = ¿Querías decir { $nearest }?

failure-query = La consulta deja de tener sentido aquí. Se esperaba: { $expected }.
failure-query-suggestion = ¿Querías decir `{ $suggestion }`?
expected-term = una palabra

failure-time-missing = Falta la hora. Escríbela como 09:00 o 9 pm.
failure-time-not-understood = “{ $text }” no es una hora. Escríbela como 09:00 o 9 pm.
failure-time-out-of-range = Ningún reloj marca “{ $text }”. Las horas van de 00 a 23 y los minutos, de 00 a 59.
failure-days-missing = Faltan los días. Escribe `todos los días`, `lun-vie`, `mar-sáb` o una lista como `lun, mié, vie`.
failure-day-not-understood = “{ $text }” no es un día. Escribe `todos los días`, `lun-vie`, `mar-sáb` o una lista como `lun, mié, vie`.
failure-day-range-incomplete = A “{ $text }” le falta un día a algún lado, como en `mar-sáb`.
failure-zone = “{ $text }” no es una zona horaria que Paperboy conozca.
expected-end = el final
expected-closing-quote = unas comillas de cierre
expected-closing-parenthesis = un paréntesis de cierre
expected-number = un número
expected-yes-or-no = `yes` o `no`
expected-field-value = algo después de los dos puntos
expected-known-field = uno de estos campos: `author:` `category:` `org:` `source:` `upvotes:` `code:`
expected-shorter-text = 500 caracteres como máximo
expected-fewer-terms = 64 términos como máximo
expected-less-nesting = menos paréntesis dentro de paréntesis

## Mensajes directos y alertas

dm-hello = 📬 Tus artículos llegarán aquí. `/suscripciones` permite cambiarlos o pausarlos; `/cancelar-suscripción`, dejar de recibirlos.
dm-closed-notice = 📪 No se pudieron entregar tus artículos: tus mensajes directos estaban cerrados para Paperboy. Permite los mensajes directos de un servidor que compartas con él y pulsa **Reintentar**.

alert-missing-permission = ⚠️ El boletín de { $channel } se ha detenido: allí Paperboy necesita { $detail }. Se reanudará solo en cuanto se arregle.
alert-refused-all-the-same = ⚠️ El boletín de { $channel } se ha detenido: Discord no deja que Paperboy escriba allí, aunque tiene todos los permisos que necesita. Comprueba si está aislado temporalmente en el servidor. Se vuelve a intentar cada hora y se reanudará solo; no recibirás más avisos.
alert-channel-gone = ⚠️ El boletín de { $channel } se ha detenido: el canal ya no existe o Paperboy no puede verlo. Se conserva 30 días: si el canal vuelve o se invita de nuevo a Paperboy, se reanudará solo; `/boletín editar` permite llevarlo a otro canal.
alert-too-late = ⚠️ Una edición del boletín de { $channel } no ha llegado: se intentó durante doce horas y no se pudo enviar. `/boletín estado` dice más. El boletín continúa; no recibirás más avisos hasta que algo llegue.
alert-not-taken = ⚠️ Una edición del boletín de { $channel } no ha llegado: Discord no aceptó el mensaje ({ $detail }). Es culpa de Paperboy, no del canal. El boletín continúa; no recibirás más avisos hasta que algo llegue.
alert-automod = ⚠️ Una edición del boletín de { $channel } no ha llegado: AutoMod bloqueó el mensaje. En los ajustes del servidor, en AutoMod, excluye de la regla el rol de Paperboy o ese canal. El boletín continúa; no recibirás más avisos hasta que algo llegue.
alert-links = ⚠️ Una edición del boletín de { $channel } no ha llegado: Discord la bloqueó por un enlace que considera dañino. No es culpa de tu servidor. El boletín continúa; no recibirás más avisos hasta que algo llegue.
alert-channel-refused = Te llega este aviso porque Paperboy no pudo escribir en { $channel }, el canal de las alertas.

permission-view-channel = Ver canal
permission-send-messages = Enviar mensajes
permission-read-message-history = Leer el historial de mensajes

button-try-again = Reintentar

## Artículos

paper-gone = Ese artículo ya no se conoce aquí.
paper-saved = 🔖 Guardado. `/biblioteca lista` muestra lo que guardaste.
paper-post-not-here = Esto solo se puede publicar en un canal de un servidor.
paper-post-not-allowed = No puedes escribir en este canal, así que no se publicó nada aquí.
paper-share-not-allowed = No puedes escribir en este canal, así que no se compartió nada aquí. Sin `compartir`, la respuesta solo la ves tú.
paper-posted-by = compartido por { $user }

# Similar papers
similar-title = ### 🧭 Similares a “{ $title }”
similar-how = Comparados por sus palabras (cuanto más raras, más cuentan), palabras clave y autores.
similar-about = en común: { $words }
similar-keywords = mismas palabras clave: { $keywords }
similar-authors = también de { $names }
similar-close = cercanos por sus palabras
similar-nothing = Aquí no hay nada parecido a este artículo. `/buscar` encuentra artículos por las palabras que tú elijas.

## Horarios y consultas en palabras

language-name = Español

# Formatos de fecha de Unicode (unicode.org/reports/tr35).
pattern-day = EEE d MMM
pattern-full-day = d MMM y
pattern-month = MMM y
pattern-weekday-time = EEE HH:mm

day-0 = lun
day-1 = mar
day-2 = mié
day-3 = jue
day-4 = vie
day-5 = sáb
day-6 = dom

days-daily = todos los días
days-weekdays = de lunes a viernes
days-weekends = los fines de semana
days-weekly-0 = cada lunes
days-weekly-1 = cada martes
days-weekly-2 = cada miércoles
days-weekly-3 = cada jueves
days-weekly-4 = cada viernes
days-weekly-5 = cada sábado
days-weekly-6 = cada domingo
days-run = { $first }–{ $last }

schedule-line = { $days } a las { $time }, { $zone }
schedule-short = { $days } a las { $time }
schedule-next = Próximo envío: { $at } ({ $in })
schedule-next-holiday = Próximo envío: { $at } ({ $in }), si hay algo: arXiv no anuncia nada el { $day }, festivo

query-everything = todo
query-author = de { $names }
query-votes = al menos ▲{ $count }

limit-line = { $count ->
        [one] un artículo
       *[other] hasta { $count } artículos
    }

dry-run = { $papers ->
        [0] Nada coincidió en los últimos 30 días.
        [one] Últimos 30 días: un artículo.
       *[other] Últimos 30 días: { $papers } artículos, { NUMBER($aday, maximumFractionDigits: 1) } al día, { $busiest } el día con más.
    }
dry-run-empty = Todavía no hay nada indexado, así que no se puede saber cuánto llegaría.

paused-asked = ⏸️ En pausa desde el { $since }. No llega nada hasta que se reanude.
paused-missing-permission = ⛔ Detenido desde el { $since }: allí Paperboy necesita { $missing }. Se reanudará solo en cuanto se arregle.
paused-refused-all-the-same = ⛔ Detenido desde el { $since }: Discord no deja que Paperboy escriba allí, aunque tiene todos los permisos que necesita. Comprueba si está aislado temporalmente en el servidor. Se vuelve a intentar cada hora.
paused-channel-gone = ⛔ Detenido desde el { $since }: el canal ya no existe o Paperboy no puede verlo. Se reanudará solo en cuanto se arregle, `/boletín editar` permite llevarlo a otro canal y, a los 30 días, se elimina.
paused-dm-closed = 📪 Detenido desde el { $since }: tus mensajes directos están cerrados para Paperboy. Permite los mensajes directos de un servidor que compartas con él y pulsa **Reintentar**.

channel-unknown = un canal que ya no existe

## Opciones al escribir

choice-zone = { $zone }, ahora { $time }
choice-query = ✓ { $query } · { $count ->
        [0] ningún artículo
        [one] un artículo
       *[other] { $count } artículos
    } en 30 días
choice-fault = ✗ { $why }
choice-digest = #{ $channel } · { $schedule } · { $query }
choice-subscription = { $query } · { $schedule }
choice-all-subscriptions = Todas
choice-silent = En silencio
choice-normal = Con notificación
choice-notes-problems = Solo cuando algo falla
choice-notes-all = Siempre que no haya nada que publicar
choice-notes-none = Nunca
choice-show = Mostrar
choice-hide = Ocultar

## Formularios

form-try-again = Corregir…
form-fault = **{ $field }** · { $why }
form-number = “{ $text }” no es un número entero de { $least } a { $most }.
form-what-title = Qué enviar
form-when-title = Cuándo enviarlo
form-digest-title = Editar el boletín
form-topics = Temas
form-topics-help = Palabras, "frases exactas", -sin, a | b, category:cs.cl; * es todo
form-authors = Autores
form-authors-help = Nombres separados por comas; basta con uno de ellos
form-votes = Mínimo de votos
form-votes-help = 0 es cualquiera
form-query = Consulta
form-query-help = Palabras, "frases exactas", -sin, a | b, author: category: org: upvotes:>=20; * es todo
form-time = Hora
form-time-help = Como 09:00 o 9 pm
form-timezone = Zona horaria
form-timezone-help = Una ciudad o una zona, como Madrid o Europe/Madrid
form-days = Días
form-days-help = todos los días, lun-vie, mar-sáb, cada lunes, o lun, mié, vie; también en inglés
form-limit = Artículos
form-limit-help = El máximo en un mensaje, de 1 a 15

## /boletín

cmd-digest = Los artículos del día para el servidor
cmd-digest-setup = Llevar artículos a un canal, todos los días
cmd-digest-edit = Cambiar un boletín; lo que no indiques queda igual
cmd-digest-preview = Ver, solo para ti, lo que llegaría ahora
cmd-digest-now = Publicar ya lo nuevo, para todo el canal
cmd-digest-pause = Detener un boletín hasta que se reanude
cmd-digest-resume = Reanudar un boletín en pausa
cmd-digest-remove = Eliminar un boletín
cmd-digest-status = Qué llegó, qué llega después y qué falla
cmd-digest-settings = El idioma del servidor y si se muestran los resúmenes escritos por una IA
opt-digest = Qué boletín
opt-timezone = La zona horaria, como Europe/Madrid
opt-channel = Dónde publicar: un canal de texto o de anuncios, o un hilo; por defecto, este
opt-time = A qué hora, por ejemplo 09:00 (por defecto)
opt-days = Qué días: todos los días (por defecto), lun-vie, mar-sáb, lun, mié…
opt-query = Sobre qué: palabras, "frases", -sin, author: category: …; * es todo
opt-limit = El máximo de artículos en un mensaje, de 1 a 15 (9 por defecto)
opt-language = El idioma de lo que acompaña a los artículos
opt-notify = Si un boletín suena al llegar (por defecto, en silencio)
opt-notes = Cuándo avisar de que no hay nada que publicar
opt-ai = Si se muestran los resúmenes escritos por una IA
opt-alerts = El canal al que avisar cuando el boletín no se pueda publicar
opt-again = Publicar otra vez el último boletín en lugar de uno nuevo

digest-panel-title = 📰 El boletín de { $channel }
digest-panel-may-post = ✅ Paperboy puede publicar allí: Ver canal, Enviar mensajes, Leer el historial de mensajes.
digest-panel-missing = ⚠️ Paperboy todavía no puede publicar allí. Necesita { $missing } en { $channel }. Dáselo en los ajustes del canal, en Permisos; no hace falta nada más.
digest-panel-unseen = ⚠️ Paperboy no puede ver { $channel }: allí necesita { $missing }. Dáselo en los ajustes del canal, en Permisos; no hace falta nada más.
digest-panel-gone = ⚠️ El canal ya no existe o Paperboy no puede verlo.
digest-alerts-missing = ⚠️ Las alertas no pueden llegar a { $channel }: allí Paperboy necesita { $missing }. Mientras tanto, se avisa por mensaje directo a quien configuró el boletín.
digest-alerts-gone = ⚠️ Las alertas no pueden llegar a { $channel }: el canal ya no existe o Paperboy no puede verlo. Se avisa por mensaje directo a quien configuró el boletín.
digest-panel-silent = en silencio
digest-panel-normal = con notificación
digest-panel-notes-problems = avisa cuando algo falla
digest-panel-notes-all = avisa siempre que no hay nada
digest-panel-notes-none = nunca avisa de que no hay nada
digest-panel-ai = resúmenes de IA visibles
digest-panel-no-ai = resúmenes de IA ocultos
digest-panel-alerts = alertas en { $channel }
digest-panel-set-up = El boletín está configurado.
digest-panel-changed = El boletín se ha cambiado.

button-preview = Vista previa
button-post-now = Publicar ahora
button-post-again = Volver a publicar el último
button-edit = Editar…
button-pause = Pausar
button-resume = Reanudar
button-remove = Eliminar
button-remove-sure = Sí, eliminarlo
button-keep = No eliminar nada
button-send-again = Reenviar
button-send-again-of = Reenviar el del { $when }
button-no-alerts-channel = Sin canal de alertas

digest-none = En este servidor no hay ningún boletín. `/boletín configurar` crea uno; solo necesita una zona horaria.
digest-which = En este servidor hay { $count } boletines. Elige uno en la opción `boletín`.
digest-not-found = Ese boletín no se conoce en este servidor. Elige uno de los que ofrece la opción `boletín`.
digest-channel-forum = En un foro todavía no hay lugar para un mensaje diario. Elige un canal de texto, un canal de anuncios o un hilo.
digest-channel-kind = Un boletín se puede publicar en un canal de texto, un canal de anuncios o un hilo. Elige uno en la opción `canal`.
digest-channel-unseen = Paperboy no puede ver { $channel }. Dale allí Ver canal y vuelve a usar el comando. No se configuró nada.
digest-nothing-given = No se cambió nada, porque no se indicó nada. Indica lo que debe cambiar o pulsa Editar… abajo.
digest-remove-sure = ¿Eliminar el boletín de { $channel }? Allí no se publicará nada más. Lo publicado se queda, y no se repite si lo vuelves a configurar.
digest-removed = El boletín de { $channel } se ha eliminado.
digest-was-removed = Este boletín se eliminó. `/boletín configurar` crea uno nuevo.
digest-now-missing = No se publicó nada: Paperboy necesita { $missing } en { $channel }.
digest-now-gone = No se publicó nada: el canal ya no existe o Paperboy no puede verlo.
digest-now-posted = 📣 Publicado en { $channel }, para todos: { $count ->
        [one] [un artículo]({ $link })
       *[other] [{ $count } artículos]({ $link })
    }.
digest-now-on-its-way = ⏳ Todavía no se ha publicado en { $channel }: Discord no lo aceptó. Paperboy lo sigue intentando; `/boletín estado` dice qué ha pasado.
digest-now-refused = ⛔ Discord rechazó el mensaje en { $channel }. `/boletín estado` dice por qué.
digest-resent = 📣 Reenviado a { $channel }: { $count ->
        [0] [el aviso]({ $link })
        [one] [un artículo]({ $link })
       *[other] [{ $count } artículos]({ $link })
    }.
digest-resend-done = Eso ya se reenvió, o se sabe que llegó. `/boletín estado` dice qué ha pasado.
digest-resend-stopped = El boletín de { $channel } está detenido, así que no se envió nada. Reanúdalo primero.
digest-now-left = { $left ->
        [0] Lo publicado no se repite: el próximo boletín solo traerá lo que haya de nuevo hasta entonces.
        [one] Lo publicado no se repite. Queda un artículo más para el próximo boletín.
       *[other] Lo publicado no se repite. Quedan { $left } artículos más para el próximo boletín.
    }
digest-now-again-left = Era el último boletín otra vez; el próximo no cambia por ello.
digest-now-nothing = No se publicó nada en { $channel }. { $cause }
digest-settings-now = Boletines de este servidor: idioma { $language }, { $ai }. Los nuevos empiezan así; `/boletín editar` cambia uno solo.
digest-settings-followed = { $count ->
        [one] El boletín que ya hay cambia al instante.
       *[other] Los { $count } boletines que ya hay cambian al instante.
    }

status-title = Boletines de este servidor
status-none-yet = todavía no se ha publicado nada
status-papers = { $count ->
        [0] ningún artículo
        [one] un artículo
       *[other] { $count } artículos
    }
status-sent = ✅ { $at } · [{ $what }]({ $link })
status-arrived = ✅ { $at } · { $what }
status-planned = ⏳ { $at } · { $what } · en camino
status-sending = ⏳ { $at } · { $what } · en camino{ $detail }
status-refused = ⛔ { $at } · { $what } · Discord lo rechazó{ $detail }
status-unsure = ❓ { $at } · { $what } · no se sabe si llegó, y el canal no se puede releer
status-unsure-put-back = ❓ { $at } · { $what } · no se sabe si llegó: se restauró una copia anterior de la base de datos
status-expired = ⌛ { $at } · { $what } · no se pudo enviar{ $detail }
status-quiet = ➖ { $at } · { $what }
detail-after = : { $detail }
detail-too-late = pasaron más de doce horas
detail-rate-limited = Discord pidió una pausa
detail-discord-error = Discord respondió { $status }
detail-discord-refused = Discord respondió { $status }
detail-no-connection = sin conexión con Discord
detail-put-back = se restauró una copia anterior de la base de datos
detail-connection-lost = se cortó la conexión con Discord
detail-dm-brake = Discord está frenando los mensajes directos
detail-dm-closed = los mensajes directos están cerrados
detail-missing-permission = falta un permiso
detail-channel-gone = el canal ya no existe
detail-invalid = Discord no acepta este mensaje
detail-automod = AutoMod bloqueó el mensaje
detail-links = Discord bloqueó un enlace del mensaje por dañino
detail-broke = un fallo del propio Paperboy; está en el registro
detail-unreadable = lo guardado no se puede leer
status-indexed = Indexado: { $count ->
        [0] todavía ningún artículo
        [one] un artículo, del { $newest }
       *[other] { $count } artículos, del { $oldest } al { $newest }
    }
status-source-ok = { $source }: respondió { $when }
status-source-error = ⚠️ { $source }: falló { $when }: { $why }
status-source-new = { $source }: todavía sin consultar
source-huggingface = Hugging Face Daily Papers

## Fuentes de un servidor

cmd-digest-source = Feeds, páginas de publicaciones y bibliografías que este servidor lee además
cmd-digest-source-add = Añadir un feed, una página de publicaciones o una bibliografía; lo nuevo saldrá en los boletines
cmd-digest-source-list = Lo que añadió este servidor, y si se puede leer
cmd-digest-source-remove = Eliminar una fuente de este servidor
opt-source-url = La dirección de un feed, una página de publicaciones o una bibliografía
opt-source-file = Una bibliografía como archivo: .bib, CSL-JSON o una página guardada, 1 MB como máximo
opt-source-name = Cómo llamarla; por defecto, su propio título o su dirección
opt-source = Qué fuente

source-added-feed = 📡 **{ $name }** ya es una fuente de este servidor: { $count ->
        [0] ninguna entrada
        [one] una entrada
       *[other] { $count } entradas
    } por ahora, y lo que salga allí desde hoy será novedad en los boletines de este servidor.
source-added-bibliography = 📚 **{ $name }** ya es una fuente de este servidor: { $count ->
        [0] ninguna publicación
        [one] una publicación
       *[other] { $count } publicaciones
    }. Lo que se añada allí desde hoy será novedad en los boletines de este servidor.
source-read-again = 📚 **{ $name }** se ha vuelto a leer: { $count ->
        [0] ninguna publicación
        [one] una publicación
       *[other] { $count } publicaciones
    }, { $news ->
        [0] nada nuevo
        [one] una de ellas nueva
       *[other] { $news } de ellas nuevas
    }.
source-faults = ⚠️ { $count ->
        [one] Se dejó fuera una entrada:
       *[other] Se dejaron fuera { $count } entradas, por ejemplo:
    }
source-what-now = `/publicaciones` permite recorrerla. `source:` y su nombre en la consulta de un boletín piden solo esta fuente. Se vuelve a leer cada hora.
source-what-now-file = `/publicaciones` permite recorrerla. `source:` y su nombre en la consulta de un boletín piden solo esta fuente. Un archivo se lee una vez: cuando cambie, vuelve a añadirlo con este nombre.
source-removed = **{ $name }** se ha eliminado. Lo que ya se publicó o guardó de ahí se queda.
source-not-found = Este servidor no tiene ninguna fuente con ese nombre. Elige una de las que ofrece la opción.
source-refused-too-many = En este servidor ya hay { $most } fuentes, y es el máximo. Elimina una primero con `/boletín fuente eliminar`.
source-refused-name-taken = En este servidor ya hay una fuente llamada **{ $name }**. Dale otro nombre a esta en la opción `nombre` o elimina primero la otra.
source-refused-no-address = Eso no es una dirección web. Debe empezar por https:// y ser la que muestra un navegador.
source-refused-nothing = Indica una dirección en la opción `url` o un archivo en la opción `archivo`.
source-refused-both = Indica una dirección o un archivo, no ambos.
source-refused-too-large = Ese archivo ocupa más de 1 MB. Quita las entradas antiguas o los resúmenes, o indica la dirección donde está.
source-unread = No se añadió nada: la dirección no se pudo leer ({ $why }). Ábrela en un navegador; si allí se ve, inténtalo de nuevo en unos minutos.
source-unfit-empty = No se añadió nada: no hay nada dentro.
source-unfit-unknown = No se añadió nada: no es un feed, ni BibTeX, ni CSL-JSON, ni una página web. Indica la dirección del propio feed o exporta tu lista como BibTeX.
source-unfit-no-entries = No se añadió nada: sus entradas no se distinguen unas de otras. Se pueden leer las páginas hechas con al-folio, las que tienen datos de schema.org o COinS y las listas con un enlace por artículo; si no es el caso, exporta la lista como BibTeX e indica ese archivo.
source-unfit-too-large = No se añadió nada: es demasiado grande para leerlo. Indica una parte, por ejemplo los últimos años.
source-unfit-too-many = No se añadió nada: hay más de 5000 entradas. Indica una parte, por ejemplo los últimos años.
source-unfit-broken = No se añadió nada: parece JSON, pero está incompleto ({ $place }). Expórtalo otra vez.
source-unfit-forbidden = No se añadió nada: Paperboy solo lee direcciones accesibles para todos, en los puertos habituales y sin contraseña.
sources-title = 📡 Lo que este servidor lee además
sources-none = Este servidor no tiene fuentes propias. Quien tenga el permiso Gestionar servidor puede añadir un feed, una página de publicaciones o una bibliografía con `/boletín fuente añadir`.
source-line = **{ $name }** · { $count ->
        [0] ninguna entrada
        [one] una entrada
       *[other] { $count } entradas
    } · { $where }
source-of-file = un archivo
source-failing = ⚠️ no se puede leer desde el { $since }; se vuelve a intentar cada hora
source-capped = ⏳ más de { $most } entradas nuevas en un día; las demás llegan en los días siguientes, y las de un archivo al volver a añadirlo
digest-panel-sources = También de { $names }

cmd-publications = Recorrer por años una lista de publicaciones
opt-publications-name = Qué lista
opt-publications-year = Solo este año
publications-title = 📚 { $name } · { $count ->
        [0] ninguna publicación
        [one] una publicación
       *[other] { $count } publicaciones
    }
publications-undated = Sin año
publications-none = **{ $name }** no tiene entradas ahora.
publications-none-that-year = **{ $name }** no tiene nada de { $year }. Hay algo de { $years }.
publications-gone = Esta lista ya no está aquí.
publications-unknown = Aquí no hay ninguna lista con ese nombre. Elige una de las que ofrece la opción.
publications-nowhere = Aquí no hay ninguna lista que recorrer. En un servidor, quien tenga el permiso Gestionar servidor puede añadir una con `/boletín fuente añadir`.

## /suscribirse

cmd-subscribe = Recibir artículos por mensaje directo
cmd-subscriptions = Tus suscripciones: cambiar, pausar, ver antes, eliminar
cmd-unsubscribe = Dejar una suscripción
opt-subscription = Qué suscripción
opt-timezone-mine = Tu zona horaria, como Europe/Madrid

subscribe-title = ✉️ Artículos por mensaje directo
subscribe-title-edit = ✉️ Cambiar una suscripción
subscribe-what = **Qué** · { $query }
subscribe-when = **Cuándo** · { $when }
subscribe-most = **Cuántos** · { $limit } por mensaje
subscribe-zone-guessed = { $zone } es una suposición según tu idioma. **Cuándo…** la cambia.
subscribe-zone-guessed-command = { $zone } es una suposición según tu idioma. **Editar…** la cambia.
subscribe-cancelled = No se cambió nada.
subscribe-cancelled-new = No se creó ninguna suscripción.
subscribe-done = ✅ Suscripción creada. Los artículos llegan por mensaje directo.
subscribe-changed = ✅ Cambios guardados.
subscribe-closed = 📪 La suscripción está creada, pero tus mensajes directos están cerrados para Paperboy, así que no puede llegar nada. Permite los mensajes directos en los ajustes de privacidad de un servidor que compartas con él y pulsa **Reintentar**.
subscribe-gone = Este panel ya se usó o es demasiado antiguo. `/suscribirse` abre uno nuevo.

button-what = Qué…
button-when = Cuándo…
button-subscribe = Suscribirse
button-save-changes = Guardar
button-cancel = Cancelar
button-delete = Eliminar
button-delete-sure = Sí, eliminarla
button-delete-all-sure = Sí, eliminar todas
button-undo = Deshacer
button-all-subscriptions = Todas las suscripciones
button-missed = { $count ->
        [one] Ver el que no llegó
       *[other] Ver los { $count } que no llegaron
    }
missed-title = { $count ->
        [0] No salió ningún artículo mientras no se podía entregar nada
        [one] Salió un artículo mientras no se podía entregar nada
       *[other] Salieron { $count } artículos mientras no se podía entregar nada
    }
missed-none = Todos se han mostrado desde entonces.

dm-open-again = 📬 Tus mensajes directos están abiertos. Los artículos vuelven a llegar.
dm-open-already = 📬 Tus mensajes directos están abiertos.
dm-still-closed = 📪 Siguen cerrados: Discord no deja que Paperboy te escriba. Permite los mensajes directos en los ajustes de privacidad de un servidor que compartas con él y pulsa **Reintentar**.

subscriptions-title = Tus suscripciones
subscriptions-none = No tienes suscripciones. `/suscribirse` crea una.
subscriptions-pick = Elige una para cambiarla, pausarla, verla antes o eliminarla
subscriptions-more = … y { $count } más en el menú de abajo.
subscription-title = ✉️ { $query }
subscription-gone = Esa suscripción ya no existe.
subscription-last = Último envío: { $what }
subscription-last-sent = { $at }, { $what }
subscription-last-empty = { $at }, nada. { $cause }
subscription-last-none = todavía no ha llegado nada
subscription-delete-sure = ¿Eliminar “{ $query }”? Ya no llegará nada de ella.
subscription-delete-all-sure = { $count ->
        [one] ¿Eliminar tu suscripción? Ya no llegará nada.
       *[other] ¿Eliminar tus { $count } suscripciones? Ya no llegará nada.
    }
subscription-deleted = { $count ->
        [one] Eliminada. Ya no llegará nada de ella.
       *[other] Las { $count } se han eliminado. Ya no llegará nada.
    }
subscription-which = Elige una en la opción `suscripción`, o “Todas”.
unsubscribed = Ya no recibes “{ $query }”. No llegará nada más de esta suscripción; `/cancelar-suscripción` la elimina del todo.
unsubscribe-undone = Vuelve a llegar.

## /artículo y Buscar artículos

cmd-paper = Encontrar un artículo por su título, aunque lo recuerdes a medias, por un ID o una dirección
opt-paper-title = Un título tal como lo recuerdas, un ID de arXiv o una dirección
opt-paper-share = Mostrarlo aquí a todos, no solo a ti
menu-find-papers = Buscar artículos

indexed = Indexado: { $count ->
        [one] un artículo
       *[other] { NUMBER($count) } artículos
    } del { $oldest } al { $newest }.
indexed-nothing = Todavía no hay artículos: se están descargando. Inténtalo de nuevo en unos minutos, por favor.

paper-empty = No indicaste ningún título. Escribe un título tal como lo recuerdas, un ID de arXiv o una dirección.
paper-several = ¿Cuál es?
paper-pick = Elige un artículo
paper-not-here = Ningún título de aquí se parece a “{ $typed }”.
paper-being-indexed = Los títulos se están indexando, { $percent } % hasta ahora: puede que “{ $typed }” esté aquí de todos modos. Inténtalo de nuevo en un minuto; los ID, las direcciones y `/buscar` ya funcionan.
paper-not-indexed = Ahora mismo no se puede buscar por título, así que puede que “{ $typed }” esté aquí de todos modos. Los ID, las direcciones y `/buscar` funcionan; prueba los títulos más tarde.
paper-id-not-here = { $id } no está indexado aquí.
paper-nearest = Los títulos más parecidos son estos:
paper-found-shared = Encontrado. Aquí está, para todos.
asked-unknown = Buscado en otros sitios, sin respuesta segura: { $services }.
asked-failed = No se pudo consultar: { $services }. Inténtalo de nuevo en unos minutos.
asked-trouble = { $service } ({ $why })
service-huggingface = Hugging Face
service-arxiv = arXiv
service-semantic-scholar = Semantic Scholar
service-openalex = OpenAlex
service-crossref = Crossref
service-openreview = OpenReview
trouble-unreachable = sin respuesta
trouble-busy = demasiadas consultas
trouble-refused = consulta rechazada
trouble-broken = fuera de servicio
trouble-unreadable = respuesta incomprensible
trouble-late = tardó demasiado
button-abstracts = Buscar en los resúmenes
button-elsewhere = ¿No es este? Buscar en otro sitio
elsewhere-nothing = No se encontró nada más para “{ $typed }”.
elsewhere-nobody = Ya no queda a quién preguntar.
elsewhere-gone = Esta respuesta es demasiado antigua. Vuelve a usar `/artículo`, por favor.

find-title = { $count ->
        [0] Ningún artículo en este mensaje
        [one] Un artículo en este mensaje
       *[other] { $count } artículos en este mensaje
    }
find-nothing = No se encontró ningún artículo en este mensaje. Se buscan ID, direcciones y títulos entre comillas o solos en su línea.
find-being-indexed = Los títulos se están indexando, { $percent } % hasta ahora: para los que no se encontraron, inténtalo de nuevo en un minuto.
find-unindexed = Ahora mismo no se puede buscar por título: puede que los que no se encontraron estén aquí de todos modos. Inténtalo más tarde.
find-not-indexed = Sin indexar aquí:

draft-not-yours = Estos botones son de otra persona. Usa tú el comando para tener los tuyos.

## /buscar y /tendencias

cmd-search = Buscar en títulos, resúmenes y autores
opt-search-query = Palabras, "frases", -sin, a | b, author: category: org: upvotes:>=20 code:yes; * es todo
opt-search-sort = Primero los que mejor coinciden (por defecto) o los más nuevos
choice-best = Mejor coincidencia
choice-newest = Más nuevos

search-reads = 🔎 { $query }
search-reads-not = ✗ Debe seguir: { $expected }
search-title = ### 🔎 { $query }
search-widened = ### 🔎 Cualquier palabra de “{ $typed }”
    Ningún artículo tiene todas las palabras; estos tienen algunas.
search-count = { $count ->
        [0] ningún artículo
        [one] un artículo
       *[other] { NUMBER($total) }{ $plus } artículos
    }
search-sorted-best = primero los que mejor coinciden
search-sorted-best-of = primero los que mejor coinciden, entre los { NUMBER($newest) } más nuevos
search-sorted-newest = primero los más nuevos
page-of = página { $page } de { $of }
search-nothing = Nada coincide.
search-stopped = Buscar palabras tan comunes lleva demasiado tiempo, así que la búsqueda se detuvo antes de acabar y puede haber más. Añade una palabra menos común para encontrarlos.
search-nothing-hint = Con menos palabras se encuentra más, y `a | b` encuentra cualquiera de las dos. `/artículo` encuentra un título aunque esté mal escrito. **Suscribirme a esto** te avisa cuando salga algo.
search-gone = Esta búsqueda es demasiado antigua. Vuelve a usar el comando, por favor.
button-sort-best = Primero los mejores
button-sort-newest = Primero los más nuevos
button-subscribe-query = Suscribirme a esto

cmd-trending = Los artículos cuyos votos más suben, y cuánto
opt-trending-period = En el último día (por defecto), semana o mes
period-day = Día
period-week = Semana
period-month = Mes
trending-title = 📈 Tendencias · desde el { $day }
trending-title-by-votes = 📈 Los más votados · { $days ->
        [0] { $last }
       *[other] { $first } – { $last }
    }
trending-rose = ▲{ $votes } · +{ $by } desde el { $day }
trending-new = nuevo, ▲{ $votes } en { $days ->
        [1] su primer día
       *[other] { $days } días
    }
trending-by-votes = Aquí todavía no se sabe cómo subieron los votos, así que estos son los artículos más nuevos según sus votos.
trending-counted = Aquí se cuentan los votos desde el { $day }; los artículos anteriores pueden haber subido más.
trending-nothing = No salieron artículos en este periodo.

query-example-1 = diffusion distillation
query-example-1-finds = ambas palabras
query-example-2 = "world models"
query-example-2-finds = palabras juntas
query-example-3 = robot -survey
query-example-3-finds = sin una palabra
query-example-4 = lora | adapters
query-example-4-finds = una u otra palabra
query-example-5 = (vision | speech) benchmark
query-example-5-finds = una u otra, y otra más
query-example-6 = author:"Yoshua Bengio"
query-example-6-finds = de un autor
query-example-7 = category:cs.CL upvotes:>=20
query-example-7-finds = en una categoría, con votos
query-example-8 = org:google code:yes
query-example-8-finds = de una organización, con código
query-example-9 = transform*
query-example-9-finds = todo lo que empieza así

## /biblioteca

cmd-library = Los artículos que guardaste
cmd-library-list = Ver lo que guardaste, primero lo más nuevo
cmd-library-export = Obtener lo que guardaste en un archivo
opt-library-find = Palabras de un título o de un autor
opt-library-format = BibTeX (por defecto), CSV o JSON
format-bibtex = BibTeX
format-csv = CSV, para una hoja de cálculo
format-json = JSON

library-title = 🔖 Tu biblioteca
library-title-find = 🔖 Tu biblioteca: “{ $find }”
library-count = { $count ->
        [0] ningún artículo
        [one] un artículo
       *[other] { NUMBER($count) } artículos
    }
library-empty = Tu biblioteca está vacía. **Guardar**, en la ficha de un artículo, lo pone aquí.
library-none-found = Nada en tu biblioteca se parece a “{ $find }”.
library-remove = Quitar un artículo…
library-removed = Quitado: { $title }
library-gone = Esta lista es demasiado antigua. `/biblioteca lista` la vuelve a mostrar.
library-exported = { $count ->
        [0] Ningún artículo, en un archivo.
        [one] Un artículo, en un archivo.
       *[other] { NUMBER($count) } artículos, en un archivo.
    }

## /ajustes

cmd-settings = Tu idioma, tu zona horaria y si se muestran los resúmenes escritos por una IA
opt-settings-language = El idioma en el que te responde Paperboy
settings-title = ⚙️ Tus ajustes
settings-saved = ✅ Guardado. Vale en todos los servidores y en los mensajes directos.
settings-followed = { $count ->
        [one] Tu suscripción cambia al instante.
       *[other] Tus { $count } suscripciones cambian al instante.
    }
settings-zone-kept = Las suscripciones que ya tienes conservan su zona horaria; `/suscripciones` permite cambiarla.
settings-language = **Idioma** · { $language } ({ $source })
settings-timezone = **Zona horaria** · { $zone } ({ $source })
settings-timezone-none = **Zona horaria** · sin elegir
settings-ai = **Resúmenes escritos por una IA ✨** · { $ai } ({ $source })
settings-chosen = lo elegiste tú
settings-from-discord = según el idioma de tu Discord
settings-guessed = supuesta según el idioma de tu Discord
settings-default = por defecto
settings-hint = Se cambian con las opciones de `/ajustes`. Las suscripciones siguen el idioma y los resúmenes; las nuevas empiezan también con la zona horaria.

## /ayuda

cmd-help = Qué hace Paperboy, y cómo
opt-help-topic = Sobre qué leer
help-choose = Leer sobre…
help-topic-start = Inicio
help-topic-digest = El boletín diario de un servidor
help-topic-paper = Encontrar un artículo
help-topic-search = Buscar, y el lenguaje de las consultas
help-topic-subscribe = Artículos por mensaje directo
help-topic-library = Tu biblioteca y tus ajustes
help-topic-privacy = Privacidad

help-start =
    ### 📰 Paperboy
    lleva artículos de investigación adonde tú lees: cada día un boletín en un canal, cualquier artículo por un título que recuerdas a medias y tu propia selección por mensaje directo.

    `/artículo` encuentra un artículo, aunque el título esté mal escrito
    `/buscar` busca en títulos, resúmenes y autores
    `/tendencias` muestra los que suben en votos
    `/publicaciones` recorre por años una lista de publicaciones
    `/suscribirse` te envía lo que te interesa
    `/biblioteca lista` muestra lo que guardaste
help-start-owner = Gestionas este servidor: `/boletín configurar` lleva artículos a un canal. Solo necesita una zona horaria, y te muestra qué llegará antes de publicar nada.
help-start-reader = Debajo de cada boletín, **Recibir el mío** lo hace tuyo, y los botones con número abren un artículo solo para ti.

help-digest =
    ### 📰 El boletín diario de un servidor
    Para quien tenga el permiso Gestionar servidor; un servidor puede dar acceso a otros en sus ajustes, en Integraciones.

    `/boletín configurar` lleva artículos a un canal; solo hace falta una zona horaria
    `/boletín editar` cambia lo que indiques, y nada más
    `/boletín vista-previa` muestra, solo a ti, lo que llegaría ahora
    `/boletín ahora` publica al momento, para todos
    `/boletín pausar` y `/boletín reanudar` lo detienen y lo ponen de nuevo en marcha
    `/boletín eliminar` lo termina
    `/boletín estado` dice qué llegó, qué llega después y qué falla
    `/boletín ajustes` fija el idioma del servidor y si se muestran los resúmenes escritos por una IA
    `/boletín fuente añadir` hace que el servidor lea un feed, una página de publicaciones o una bibliografía propios; `/boletín fuente lista` y `/boletín fuente eliminar` los muestran y los quitan

    Los tres primeros artículos salen completos; los demás, en una línea cada uno. Un artículo llega a un canal una sola vez. **¿Por qué estos?**, debajo de un boletín, dice por qué está cada artículo y qué se descartó.
help-paper =
    ### 🔎 Encontrar un artículo
    `/artículo` acepta un título tal como lo recuerdas, mal escrito o a medias; un ID de arXiv como 2305.14314; un DOI; o una dirección de arXiv, Hugging Face, alphaXiv, Semantic Scholar, OpenReview o la ACL Anthology. Mientras escribes, se te ofrecen títulos.
    Un artículo que aún no está aquí se busca en otros sitios, lo que tarda unos segundos; la próxima vez ya está. Si se encontró otro, **¿No es este? Buscar en otro sitio** hace lo mismo.
    La respuesta solo la ves tú. La opción `compartir` la muestra a todos, y **Publicar aquí**, en una ficha, lo hace más tarde.
    En una ficha, **Similares** muestra artículos parecidos y qué tiene cada uno en común.

    El menú **Buscar artículos** encuentra los artículos de un mensaje: mantenlo pulsado o haz clic derecho en él y elige Aplicaciones.
    `/tendencias` muestra los artículos cuyos votos más subieron en el último día, semana o mes para su antigüedad, y cuánto.
help-search =
    ### 🔎 Buscar
    `/buscar` mira en títulos, resúmenes y autores; primero los que mejor coinciden o los más nuevos. Las suscripciones y los boletines hablan el mismo lenguaje:
help-search-rules = Palabras seguidas significan *y*; `|` significa *o*. `*` a solas es todo. Mientras escribes, lo primero que se ofrece es cómo se entiende la consulta.
help-subscribe =
    ### ✉️ Artículos por mensaje directo
    `/suscribirse` abre un panel: temas, autores, mínimo de votos, hora. Antes de que aceptes, dice cuánto habría llegado en los últimos 30 días. **Suscribirme a esto**, debajo de una búsqueda, y **Recibir el mío**, debajo de un boletín, rellenan el panel.
    `/suscripciones` las cambia, las pausa, las muestra antes o las elimina
    `/cancelar-suscripción` deja una o todas, igual que el botón debajo de cada uno de esos mensajes
help-library =
    ### 🔖 Tu biblioteca y tus ajustes
    El botón **Guardar**, en la ficha de un artículo, lo conserva en tu biblioteca.
    `/biblioteca lista` muestra lo que guardaste; ahí también puedes quitar un artículo
    `/biblioteca exportar` te lo da como BibTeX, CSV o JSON
    `/ajustes` guarda tu idioma, tu zona horaria y si ves los resúmenes escritos por una IA ✨
    `/publicaciones` recorre, año por año, una lista de publicaciones: una que tu servidor añadió con `/boletín fuente añadir` o una que tienen todos
    `/ayuda` muestra estas páginas
help-privacy =
    ### 🔒 Privacidad
    Lo que se guarda sobre ti, y solo desde que lo usas: tu ID de Discord, tus ajustes, tus suscripciones con lo que se te envió, tu biblioteca y las búsquedas en curso (dos días). Paperboy no lee mensajes, salvo el que eliges para **Buscar artículos**, y no guarda nada de él.
    Solo se transmite esto, y nunca quién pregunta o lee. Un título o un ID que aquí no se conoce, o no con seguridad, se busca en Hugging Face, arXiv, Semantic Scholar, OpenAlex, Crossref u OpenReview; cuando abres la ficha de un artículo, se pregunta a Hugging Face qué hay vinculado a él. Si quien administra este Paperboy ha configurado un traductor, este recibe los títulos y textos que traduce, también los de artículos propios de un servidor. Si ha configurado un modelo para resumir, este recibe los resúmenes de artículos públicos, y ninguno de los propios de un servidor.
    Las copias de seguridad se guardan 30 días. Que el disco esté cifrado depende de quien administra este Paperboy.
    `/privacidad exportar` te lo da todo en un archivo
    `/privacidad eliminar` lo elimina todo

## /privacidad

cmd-privacy = Lo que se guarda sobre ti
cmd-privacy-export = Obtener en un archivo todo lo que se guarda sobre ti
cmd-privacy-delete = Eliminar todo lo que se guarda sobre ti
privacy-nothing-kept = No se guarda nada sobre ti.
privacy-exported = 🔒 Todo lo que se guarda sobre ti.
privacy-backups = Las copias de seguridad se guardan 30 días y después también desaparecen. Que el disco esté cifrado depende de quien administra este Paperboy.
privacy-delete-title = ¿Eliminar todo lo que se guarda sobre ti?
privacy-delete-what = Lo que se elimina: { $subscriptions ->
        [0] tus suscripciones (ninguna)
        [one] tu suscripción
       *[other] tus { $subscriptions } suscripciones
    } con lo que se te envió, tu biblioteca ({ $papers ->
        [0] vacía
        [one] un artículo
       *[other] { NUMBER($papers) } artículos
    }), tus ajustes y tus búsquedas. No se puede deshacer.
privacy-digests-stay = Lo que se queda: { $count ->
        [one] el boletín que configuraste es de su servidor y continúa
       *[other] los { $count } boletines que configuraste son de sus servidores y continúan
    }, sin tu nombre.
privacy-sources-stay = Lo que se queda: { $count ->
        [one] la fuente que añadiste es de su servidor y se sigue leyendo
       *[other] las { $count } fuentes que añadiste son de sus servidores y se siguen leyendo
    }, sin tu nombre.
privacy-deleted = Eliminado. Ya no se guarda nada sobre ti ni se te envía nada más.
privacy-kept = No se eliminó nada.
button-privacy-delete = Eliminar todo

## Nombres de comandos y opciones

# Minúsculas, cifras, - y _, sin espacios, 32 como máximo; nunca dos iguales en el mismo lugar.
name-add = añadir
name-again = repetir
name-ai = ia
name-alerts = alertas
name-channel = canal
name-days = días
name-delete = eliminar
name-digest = boletín
name-edit = editar
name-export = exportar
name-file = archivo
name-find = buscar
name-format = formato
name-help = ayuda
name-language = idioma
name-library = biblioteca
name-limit = límite
name-list = lista
name-name = nombre
name-notes = avisos
name-notify = notificación
name-now = ahora
name-paper = artículo
name-pause = pausar
name-period = periodo
name-preview = vista-previa
name-privacy = privacidad
name-publications = publicaciones
name-query = consulta
name-remove = eliminar
name-resume = reanudar
name-search = buscar
name-settings = ajustes
name-setup = configurar
name-share = compartir
name-sort = orden
name-source = fuente
name-status = estado
name-subscribe = suscribirse
name-subscription = suscripción
name-subscriptions = suscripciones
name-time = hora
name-timezone = zona-horaria
name-title = título
name-topic = tema
name-trending = tendencias
name-unsubscribe = cancelar-suscripción
name-url = url
name-year = año
