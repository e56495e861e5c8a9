import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameDevice } from './name-device.ts'

const on = 'Mozilla/5.0'

test('a browser and its system are named', async () => {
  const firefox = `${on} (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0`
  assert.deepEqual(await nameDevice(firefox), { browser: 'Firefox', system: 'Linux', handheld: false })
  const phone = `${on} (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36`
  assert.deepEqual(await nameDevice(phone), { browser: 'Chrome', system: 'Android', handheld: true })
})

test('a program has the name it gives itself, nobody has none', async () => {
  assert.equal((await nameDevice('my-uploader/2.1')).browser, 'my-uploader')
  assert.equal((await nameDevice('node')).browser, 'node')
  assert.deepEqual(await nameDevice(null), { browser: '', system: '', handheld: false })
  assert.deepEqual(await nameDevice('(garbage)'), { browser: '', system: '', handheld: false })
})
