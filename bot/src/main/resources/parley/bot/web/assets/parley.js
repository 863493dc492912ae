'use strict';
// What a browser adds to the pages, which do without it: answers in place, cards for citations,
// links to share. Everything that comes from documents and people is put in as text, never as HTML.
(() => {
  const texts = document.getElementById('texts')?.dataset ?? {};
  const LANGUAGE = document.documentElement.lang;
  const DATE = new Intl.DateTimeFormat(LANGUAGE === 'en' ? 'en-GB' : LANGUAGE, { dateStyle: 'long', timeZone: 'UTC' });
  const KEPT_TURNS = 20;

  function fill(text, ...values) {
    return values.reduce((filled, value, i) => filled.replace(`{${i}}`, () => value), text);
  }

  /** An element with properties or attributes, and children; what is null is left out. */
  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (value === null || value === undefined) continue;
      if (key in element && !key.includes('-')) element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // ---- what an answer rests on

  /** As Viewer makes it. */
  function viewerAddress({ document: id, paragraph, quote }) {
    const words = [...quote];
    const part = encodeURIComponent;
    const quoted = quote.length <= 160
      ? `&quote=${part(quote)}`
      : `&quote=${part(words.slice(0, 60).join(''))}&to=${part(words.slice(-60).join(''))}`;
    const inPath = /^(?!(?:.*\/)?\.{0,2}(?:\/|$))[^%\\;\x00-\x1f\x7f]+$/.test(id);
    const document = inPath ? `/documents/${part(id).replaceAll('%2F', '/')}?` : `/document?id=${part(id)}&`;
    return `${document}p=${paragraph}${quoted}#p${paragraph}`;
  }

  /** As TextFragment makes it; null where the document has no page of its own. */
  function originalAddress({ url, quote }) {
    if (!url || !/^https?:\/\/\S+$/i.test(url)) return null;
    const words = quote.trim().split(/\s+/);
    const part = (some) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
    const directive = words.length <= 12 ? part(words) : `${part(words.slice(0, 5))},${part(words.slice(-5))}`;
    return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
  }

  function aboutOf(citation) {
    const date = citation.date ? DATE.format(new Date(`${citation.date}T00:00:00Z`)) : null;
    return [
      citation.publisher,
      date,
      fill(texts.paragraph, citation.paragraph),
      citation.page && fill(texts.numberedPage, citation.page),
      citation.also_in && fill(texts.alsoIn, citation.also_in_publications.join(', ')),
    ].filter(Boolean).join(' · ');
  }

  function originalLink(address) {
    return make('a', { className: 'original', href: address, rel: 'noopener noreferrer', target: '_blank' },
      texts.original, make('span', { className: 'visually-hidden' }, ` (${texts.opensNew})`));
  }

  function sourceItem(citation) {
    const original = originalAddress(citation);
    return make('li', { className: 'source', value: citation.number, 'data-number': citation.number },
      make('blockquote', {}, citation.quote),
      make('p', { className: 'title' }, make('a', { href: viewerAddress(citation) }, citation.title)),
      make('p', { className: 'about' }, aboutOf(citation), ...(original ? [' · ', originalLink(original)] : [])));
  }

  function marker(number, label) {
    return make('button', {
      type: 'button', className: 'marker', 'data-number': number, 'aria-label': label,
      'aria-expanded': 'false', 'aria-haspopup': 'dialog',
    }, String(number));
  }

  // ---- an answer

  function pieces(line, citations) {
    const nodes = [];
    let from = 0;
    for (const found of line.matchAll(/\s*\[(\d{1,3})\]/g)) {
      const citation = citations?.find(({ number }) => number === Number(found[1]));
      if (!citation && citations) continue;
      nodes.push(line.slice(from, found.index), citation
        ? marker(citation.number, fill(texts.marker, citation.number, citation.title, fill(texts.paragraph, citation.paragraph)))
        : make('span', { className: 'marker' }, found[1]));
      from = found.index + found[0].length;
    }
    return [...nodes, line.slice(from)];
  }

  /** Paragraphs and lists, as AnswerView makes them; without citations while they are still coming. */
  function blocks(text, citations) {
    const made = [];
    for (const line of text.split('\n').filter((some) => some.trim())) {
      const item = /^[-*•] /.test(line);
      const nodes = pieces(item ? line.slice(2) : line, citations);
      const last = made.at(-1);
      if (item && last?.tagName === 'UL') last.append(make('li', {}, ...nodes));
      else made.push(item ? make('ul', {}, make('li', {}, ...nodes)) : make('p', {}, ...nodes));
    }
    return made;
  }

  /** Without the sentence that lists the suggestions, which are shown below it to be chosen. */
  function shownText({ answer, suggestions = [] }) {
    const list = suggestions.length ? answer.indexOf(suggestions[0]) : -1;
    const end = list < 0 ? -1 : answer.lastIndexOf('. ', list);
    return end < 0 ? answer : answer.slice(0, end + 1);
  }

  function nearby(suggestions) {
    const items = suggestions.map((topic) => make('li', {},
      make('button', { type: 'button', className: 'suggestion', value: topic }, topic)));
    return make('div', { className: 'nearby' },
      make('p', { className: 'label' }, texts.nearby), make('ul', {}, ...items));
  }

  function show(turn, given) {
    const { outcome, citations = [], suggestions = [] } = given;
    turn.className = `turn ${outcome.replaceAll('_', '-')}`;
    const answer = make('div', { className: 'answer', lang: given.language }, ...blocks(shownText(given), citations));
    if (outcome === 'not_in_sources') {
      answer.prepend(make('p', { className: 'verdict', lang: LANGUAGE }, texts.notInSources));
    }
    turn.querySelector('.answer').replaceWith(answer);
    if (suggestions.length) turn.append(nearby(suggestions));
    if (citations.length) {
      turn.append(make('section', { className: 'sources' },
        make('h3', { className: 'label' }, texts.sources), make('ol', {}, ...citations.map(sourceItem))));
    }
    if (outcome === 'answered') {
      turn.append(make('p', { className: 'actions' },
        make('button', { type: 'button', className: 'quiet share', 'data-answer': given.id }, texts.share)));
    }
  }

  function showTrouble(turn, message) {
    turn.className = 'turn failed';
    turn.querySelector('.answer').replaceChildren(make('p', {}, message));
  }

  function beginTurn(question) {
    return make('article', { className: 'turn waiting' },
      make('h2', { className: 'question' }, question),
      make('div', { className: 'answer' }, make('p', {}, texts.looking)));
  }

  // ---- asking

  /** Reads server-sent events from a response. */
  async function* events(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (text + value).split('\n\n');
      text = parts.pop();
      for (const part of parts) {
        const event = /^event: (.*)$/m.exec(part)?.[1];
        if (event) yield { event, data: JSON.parse(/^data: (.*)$/m.exec(part)[1]) };
      }
    }
  }

  function troubleIn(response) {
    const again = response.headers.get('Retry-After');
    return again ? fill(texts.tooMany, again) : texts.failed;
  }

  function asking() {
    const form = document.getElementById('ask');
    if (!form) return;
    const input = document.getElementById('question');
    const thread = document.getElementById('thread');
    const columns = document.getElementById('columns');
    const conversation = document.getElementById('conversation');
    const status = document.getElementById('status');
    const again = document.getElementById('again');
    let turns = [];
    let busy = false;

    function bringUp(turn) {
      if (turn === conversation.firstElementChild) scrollTo({ top: 0 });
      else turn.scrollIntoView({ block: 'start' });
    }

    function keep() {
      try {
        sessionStorage.setItem('parley', JSON.stringify({ thread: thread.value, turns: turns.slice(-KEPT_TURNS) }));
      } catch { /* the conversation is then gone with the page */ }
    }

    function restore() {
      if (conversation.children.length) {
        again.hidden = false;
        return;
      }
      try {
        const kept = JSON.parse(sessionStorage.getItem('parley') ?? '{}');
        for (const given of kept.turns ?? []) {
          const turn = beginTurn(given.question);
          conversation.append(turn);
          show(turn, given);
          turns.push(given);
        }
        thread.value = kept.thread ?? '';
      } catch {
        sessionStorage.removeItem('parley');
      }
      if (turns.length) {
        columns.classList.add('asked');
        again.hidden = false;
        conversation.lastElementChild.scrollIntoView({ block: 'start', behavior: 'instant' });
      }
    }

    function finish(turn, given) {
      show(turn, given);
      thread.value = given.conversation;
      turns.push(given);
      keep();
      const verdict = given.outcome === 'not_in_sources' ? `${texts.notInSources}. ` : '';
      status.textContent = `${texts.answered} ${verdict}${shownText(given).replace(/\s*\[\d+\]/g, '')}`;
    }

    async function answerInto(turn, question) {
      const body = { question, ...(thread.value ? { conversation: thread.value } : {}) };
      const response = await fetch('/api/ask', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
        body: JSON.stringify(body),
      });
      if (!response.ok) {
        showTrouble(turn, troubleIn(response));
        return;
      }
      let said = '';
      for await (const { event, data } of events(response)) {
        if (event === 'statement') {
          said += `${said ? ' ' : ''}${data.text}${data.citations.map((number) => ` [${number}]`).join('')}`;
          turn.className = 'turn answering';
          turn.querySelector('.answer').replaceChildren(...blocks(said, null));
        } else if (event === 'answer') {
          finish(turn, data);
          return;
        } else {
          break;
        }
      }
      showTrouble(turn, texts.failed);
    }

    async function ask(question) {
      if (busy || !question.trim()) return;
      busy = true;
      const turn = beginTurn(question);
      columns.classList.add('asked');
      again.hidden = false;
      conversation.append(turn);
      bringUp(turn);
      status.textContent = texts.looking;
      input.value = '';
      try {
        await answerInto(turn, question);
      } catch {
        showTrouble(turn, texts.failed);
      }
      if (turn.classList.contains('failed')) {
        status.textContent = turn.querySelector('.answer').textContent;
        input.value = question;
      }
      bringUp(turn);
      busy = false;
    }

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      ask(input.value);
    });
    document.addEventListener('click', (event) => {
      const suggestion = event.target.closest('.suggestion');
      if (!suggestion) return;
      event.preventDefault();
      input.focus({ preventScroll: true });
      ask(suggestion.value);
    });
    again.addEventListener('click', () => {
      sessionStorage.removeItem('parley');
      location.assign('/');
    });
    thread.disabled = false;
    restore();
  }

  // ---- cards

  function cards() {
    const card = make('div', { className: 'card', popover: 'manual', role: 'dialog' });
    document.body.append(card);
    let owner = null;
    let pinned = false;
    let leaving = 0;

    function fillFrom(item, label) {
      const links = make('p', { className: 'links' });
      const title = item.querySelector('.title a');
      links.append(make('a', { href: title.href }, texts.read));
      const original = item.querySelector('.original');
      if (original) links.append(original.cloneNode(true));
      const about = item.querySelector('.about').cloneNode(true);
      about.querySelector('.original')?.remove();
      const words = about.textContent.replace(/ · $/, '');
      card.replaceChildren(
        item.querySelector('blockquote').cloneNode(true),
        make('p', { className: 'title' }, title.textContent),
        make('p', { className: 'about' }, words),
        links);
      card.setAttribute('aria-label', label);
    }

    /** Below its marker, or above where there is more room; what does not fit is scrolled to. */
    function place(button) {
      card.style.maxHeight = '';
      const box = button.getBoundingClientRect();
      const room = { below: innerHeight - box.bottom - 20, above: box.top - 20 };
      const below = room.below >= card.offsetHeight || room.below >= room.above;
      card.style.maxHeight = `${Math.min(below ? room.below : room.above, card.offsetHeight)}px`;
      const left = Math.min(box.left - 24, document.documentElement.clientWidth - card.offsetWidth - 16);
      card.style.left = `${Math.max(16, left) + scrollX}px`;
      card.style.top = `${(below ? box.bottom + 8 : box.top - card.offsetHeight - 8) + scrollY}px`;
    }

    function open(button, pin) {
      clearTimeout(leaving);
      const item = button.closest('.turn').querySelector(`.source[data-number="${button.dataset.number}"]`);
      if (!item) return;
      if (owner !== button) {
        close();
        fillFrom(item, button.getAttribute('aria-label'));
        owner = button;
        card.showPopover();
        place(button);
        button.setAttribute('aria-expanded', 'true');
      }
      if (pin) {
        pinned = true;
        card.querySelector('a').focus({ preventScroll: true });
      }
    }

    function close() {
      if (!owner) return;
      const marker = owner;
      const inside = card.contains(document.activeElement);
      owner = null;
      pinned = false;
      card.hidePopover();
      marker.setAttribute('aria-expanded', 'false');
      if (inside) marker.focus({ preventScroll: true });
    }

    card.addEventListener('pointerenter', () => clearTimeout(leaving));
    card.addEventListener('pointerleave', leave);
    card.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !card.contains(relatedTarget)) close();
    });

    function leave() {
      clearTimeout(leaving);
      if (!pinned) leaving = setTimeout(close, 250);
    }

    document.addEventListener('click', (event) => {
      const button = event.target.closest('.marker');
      if (button && !(owner === button && pinned)) open(button, true);
      else if (!card.contains(event.target)) close();
    });
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close();
    });
    document.addEventListener('pointerover', (event) => {
      const button = event.pointerType === 'mouse' && event.target.closest?.('.marker');
      if (button && !pinned) open(button, false);
    });
    document.addEventListener('pointerout', (event) => {
      if (event.target.closest?.('.marker')) leave();
    });
  }

  /** What the server rendered as links become buttons that show cards. */
  function upgrade() {
    for (const link of document.querySelectorAll('a.marker')) {
      link.replaceWith(marker(link.dataset.number, link.getAttribute('aria-label')));
    }
    for (const button of document.querySelectorAll('.share[hidden]')) button.hidden = false;
  }

  // ---- sharing

  async function share(button) {
    const line = button.parentElement;
    line.querySelector('.about')?.remove();
    const note = make('span', { className: 'about', role: 'status' });
    line.append(note);
    try {
      const response = await fetch(`/api/answers/${encodeURIComponent(button.dataset.answer)}/share`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}',
      });
      if (!response.ok) throw new Error(String(response.status));
      const { path, expires } = await response.json();
      const address = new URL(path, location.href).href;
      const until = DATE.format(new Date(expires));
      const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
      note.append(`${fill(copied ? texts.shareDone : texts.shareLink, until)} `, make('a', { href: address }, address));
    } catch {
      note.textContent = texts.shareFailed;
    }
  }

  function sharing() {
    document.addEventListener('click', (event) => {
      const button = event.target.closest('.share');
      if (button) share(button);
    });
  }

  // ---- the form for the access token

  /**
   * A browser does not show its pass when a link of another site leads here, so that who has one is
   * asked for the token all the same. From this page it does.
   */
  async function login() {
    const next = document.querySelector('.login input[name=next]');
    if (!next) return;
    const { ok } = await fetch(next.value, { method: 'HEAD' });
    if (ok) location.replace(`${next.value}${next.value.includes('?') ? '&' : '?'}again${location.hash}`);
    else next.value += location.hash;
  }

  login();
  upgrade();
  asking();
  if (document.getElementById('conversation') || document.querySelector('.turn')) {
    cards();
    sharing();
  }
  document.querySelector('mark')?.scrollIntoView({ block: 'center', behavior: 'instant' });
})();
