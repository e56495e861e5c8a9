// What higher slices may use of views.
export { viewerDevices } from './viewer-devices.ts'
