import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readEmbedOptions, type EmbedOptions } from './embed-options.ts'

const read = (query: string) => readEmbedOptions(new URLSearchParams(query))

describe('the address of an embed', () => {
  test('that asks for nothing', () => {
    assert.deepEqual(read(''), {
      start: undefined,
      stop: undefined,
      subtitle: undefined,
      rate: undefined,
      muted: undefined,
      controls: true,
      controlBar: true,
      autoplay: false,
      loop: false,
      title: true,
      link: true,
      plainFiles: false,
      theme: undefined,
      bigPlayBackground: undefined,
      foreground: undefined,
      position: undefined,
      api: false,
      scope: 'peertube',
      waitPassword: false,
    })
  })

  const flags: [string, keyof EmbedOptions][] = [
    ['controls', 'controls'],
    ['controlBar', 'controlBar'],
    ['autoplay', 'autoplay'],
    ['muted', 'muted'],
    ['loop', 'loop'],
    ['title', 'title'],
    ['peertubeLink', 'link'],
    ['api', 'api'],
    ['waitPasswordFromEmbedAPI', 'waitPassword'],
  ]
  for (const [name, option] of flags) {
    test(`${name}: 1 and true are yes, all else is no`, () => {
      for (const yes of ['1', 'true']) assert.equal(read(`${name}=${yes}`)[option], true, yes)
      for (const no of ['0', 'false', '', 'yes', '<script>', '2'])
        assert.equal(read(`${name}=${no}`)[option], false, no)
    })
  }

  for (const name of ['start', 'stop'] as const) {
    test(`${name}: seconds or a duration`, () => {
      assert.equal(read(`${name}=90`)[name], 90)
      assert.equal(read(`${name}=1m30s`)[name], 90)
      for (const garbage of ['', '-1', 'soon', 'NaN', '1e9', '1s;2s']) {
        assert.equal(read(`${name}=${garbage}`)[name], undefined, garbage)
      }
    })
  }

  test('playbackRate: a number above 0', () => {
    assert.equal(read('playbackRate=1.5').rate, 1.5)
    for (const garbage of ['', '0', '-2', 'fast', 'Infinity', 'NaN']) {
      assert.equal(read(`playbackRate=${garbage}`).rate, undefined, garbage)
    }
  })

  test('playlistPosition: a whole number from 1', () => {
    assert.equal(read('playlistPosition=3').position, 3)
    for (const garbage of ['', '0', '-1', '1.5', 'last', '1e3', '9'.repeat(40)]) {
      assert.equal(read(`playlistPosition=${garbage}`).position, undefined, garbage)
    }
  })

  test('subtitle and scope: words, absent when empty', () => {
    assert.deepEqual([read('subtitle=fr').subtitle, read('scope=left').scope], ['fr', 'left'])
    assert.deepEqual([read('subtitle=').subtitle, read('scope=').scope], [undefined, 'peertube'])
  })

  test('mode: files as they are unless it says HLS', () => {
    assert.equal(read('mode=p2p-media-loader').plainFiles, false)
    assert.equal(read('mode=').plainFiles, false)
    for (const mode of ['web-video', 'webtorrent', '%00']) assert.equal(read(`mode=${mode}`).plainFiles, true, mode)
  })

  test('playerTheme: one of the two looks', () => {
    for (const theme of ['galaxy', 'lucide'] as const) assert.equal(read(`playerTheme=${theme}`).theme, theme)
    for (const theme of ['', 'Galaxy', 'instance-default', 'toString']) {
      assert.equal(read(`playerTheme=${theme}`).theme, undefined, theme)
    }
  })

  test('p2p, warningTitle and unknown ones change nothing', () => {
    assert.deepEqual(read('p2p=1&warningTitle=0&__proto__=1&nonsense=1'), read(''))
  })

  for (const [name, option] of [
    ['bigPlayBackgroundColor', 'bigPlayBackground'],
    ['foregroundColor', 'foreground'],
  ] as const) {
    const colour = (text: string) => readEmbedOptions(new URLSearchParams({ [name]: text }))[option]

    test(`${name}: every way to write a colour`, () => {
      for (const text of [
        ...['red', 'rebeccapurple', 'transparent', '#fa0', '#fa0c', '#ffaa00', '#ffaa00cc'],
        ...['rgb(1, 2, 3)', 'rgba(1,2,3,.5)', 'rgb(10%, 20%, 30%)', 'rgb(1 2 3 / 50%)'],
        ...['hsl(120, 50%, 50%)', 'hsla(0.5turn 50% 50% / 0.3)', 'hwb(90deg 10% 10%)'],
        ...['lab(50% 40 -20)', 'oklab(0.5 0.1 -0.1)', 'lch(50% 30 120deg)', 'oklch(0.7 0.1 250)'],
      ]) {
        assert.equal(colour(text), text)
      }
      assert.equal(colour(' RED '), 'red')
      assert.equal(colour('#FFAA00'), '#ffaa00')
    })

    test(`${name}: what is no colour never comes through`, () => {
      for (const text of [
        ...['', 'reddish', 'constructor', 'inherit', 'currentcolor', 'ffaa00', '#ff', '#ggg', '#12345', 'rgb(1, 2)'],
        ...['rgb(1, 2%, 3)', 'rgb(1deg 2 3)', 'hsl(120, 50, 50)', 'hsl(10% 50% 50%)', 'rgb(calc(1) 2 3)'],
        ...['url(https://evil.example/x)', 'var(--text)', 'red;background:url(//evil.example)', 'red}*{color:red'],
        ...['"><script>alert(1)</script>', 'red\\', 'red/**/', 'expression(alert(1))', 'attr(title)', `#fff${'\0'}`],
        ...[`rgb(${'1'.repeat(99)}, 2, 3)`, `${' '.repeat(80)}red`],
      ]) {
        assert.equal(colour(text), undefined, text)
      }
    })
  }
})
