// The pages work without this: it saves a click in the selector and says when there is something new.
for (const select of document.querySelectorAll('select[data-submit]')) {
  select.form.querySelector('button').hidden = true
  select.addEventListener('change', () => select.form.requestSubmit())
}

const fresh = document.querySelector('.fresh')
const look = async () => {
  if (document.hidden || !fresh.hidden) return
  const answer = await fetch('/_/version').catch(() => undefined)
  if (answer?.ok && (await answer.text()) !== document.body.dataset.version) fresh.hidden = false
}
setInterval(look, 2000)
