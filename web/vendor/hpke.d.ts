export { CipherSuite, HkdfSha256, Aes256Gcm } from '@hpke/core';
export { XWing } from '@hpke/hybridkem-x-wing';
