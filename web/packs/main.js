/** Small functions over Uint8Array. */

/** @param {Uint8Array} a @param {Uint8Array} b */
function equal(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Bytewise order, as SQLite and Python compare. @param {Uint8Array} a @param {Uint8Array} b @returns {number} <0, 0, >0 */
function compare(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = /** @type {number} */ (a[i]) - /** @type {number} */ (b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** @param {...Uint8Array} parts */
function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** @param {Uint8Array} bytes */
function hex(bytes) {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** @param {string} text */
function unhex(text) {
  if (text.length % 2 || /[^0-9a-f]/.test(text)) throw new TypeError('not hex');
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** Unpadded, RFC 4648 section 5. @param {Uint8Array} bytes */
function base64url(bytes) {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} text @throws {TypeError} not base64url */
function unbase64url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new TypeError('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  if (base64url(bytes) !== text) throw new TypeError('not base64url'); // loose bits in the last character
  return bytes;
}

function v$2(n){let e=n.length,t=0,s=0;for(;s<e;){let i=n.charCodeAt(s++);if((i&4294967168)===0){t++;continue}else if((i&4294965248)===0)t+=2;else {if(i>=55296&&i<=56319&&s<e){let r=n.charCodeAt(s);(r&64512)===56320&&(++s,i=((i&1023)<<10)+(r&1023)+65536);}(i&4294901760)===0?t+=3:t+=4;}}return t}function H$2(n,e,t){let s=n.length,i=t,r=0;for(;r<s;){let o=n.charCodeAt(r++);if((o&4294967168)===0){e[i++]=o;continue}else if((o&4294965248)===0)e[i++]=o>>6&31|192;else {if(o>=55296&&o<=56319&&r<s){let h=n.charCodeAt(r);(h&64512)===56320&&(++r,o=((o&1023)<<10)+(h&1023)+65536);}(o&4294901760)===0?(e[i++]=o>>12&15|224,e[i++]=o>>6&63|128):(e[i++]=o>>18&7|240,e[i++]=o>>12&63|128,e[i++]=o>>6&63|128);}e[i++]=o&63|128;}}var K$2=new TextEncoder,b$3=50;function W$3(n,e,t){K$2.encodeInto(n,e.subarray(t));}function z$2(n,e,t){n.length>b$3?W$3(n,e,t):H$2(n,e,t);}var N$1=4096;function T$3(n,e,t){let s=e,i=s+t,r=[],o="";for(;s<i;){let h=n[s++];if((h&128)===0)r.push(h);else if((h&224)===192){let c=n[s++]&63;r.push((h&31)<<6|c);}else if((h&240)===224){let c=n[s++]&63,B=n[s++]&63;r.push((h&31)<<12|c<<6|B);}else if((h&248)===240){let c=n[s++]&63,B=n[s++]&63,$=n[s++]&63,d=(h&7)<<18|c<<12|B<<6|$;d>65535&&(d-=65536,r.push(d>>>10&1023|55296),d=56320|d&1023),r.push(d);}else r.push(h);r.length>=N$1&&(o+=String.fromCharCode(...r),r.length=0);}return r.length>0&&(o+=String.fromCharCode(...r)),o}new TextDecoder;var f$2=class f{type;data;constructor(e,t){this.type=e,this.data=t;}};var a=class n extends Error{constructor(e){super(e);let t=Object.create(n.prototype);Object.setPrototypeOf(this,t),Object.defineProperty(this,"name",{configurable:true,enumerable:false,value:n.name});}};function k$3(n,e,t){let s=t/4294967296,i=t;n.setUint32(e,s),n.setUint32(e+4,i);}function g$1(n,e,t){let s=Math.floor(t/4294967296),i=t;n.setUint32(e,s),n.setUint32(e+4,i);}function y$3(n,e){let t=n.getInt32(e),s=n.getUint32(e+4);return t*4294967296+s}var O$3=-1,J$1=4294967296-1,q$2=17179869184-1;function G$2({sec:n,nsec:e}){if(n>=0&&e>=0&&n<=q$2)if(e===0&&n<=J$1){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,n),t}else {let t=n/4294967296,s=n&4294967295,i=new Uint8Array(8),r=new DataView(i.buffer);return r.setUint32(0,e<<2|t&3),r.setUint32(4,s),i}else {let t=new Uint8Array(12),s=new DataView(t.buffer);return s.setUint32(0,e),g$1(s,4,n),t}}function Z$2(n){let e=n.getTime(),t=Math.floor(e/1e3),s=(e-t*1e3)*1e6,i=Math.floor(s/1e9);return {sec:t+i,nsec:s-i*1e9}}function Q$1(n){if(n instanceof Date){let e=Z$2(n);return G$2(e)}else return null}function j$2(n){let e=new DataView(n.buffer,n.byteOffset,n.byteLength);switch(n.byteLength){case 4:return {sec:e.getUint32(0),nsec:0};case 8:{let t=e.getUint32(0),s=e.getUint32(4),i=(t&3)*4294967296+s,r=t>>>2;return {sec:i,nsec:r}}case 12:{let t=y$3(e,4),s=e.getUint32(0);return {sec:t,nsec:s}}default:throw new a(`Unrecognized data size for timestamp (expected 4, 8, or 12): ${n.length}`)}}function ee$1(n){let e=j$2(n);return new Date(e.sec*1e3+e.nsec/1e6)}var C$2={type:O$3,encode:Q$1,decode:ee$1};var l$1=class n{static defaultCodec=new n;__brand;builtInEncoders=[];builtInDecoders=[];encoders=[];decoders=[];constructor(){this.register(C$2);}register({type:e,encode:t,decode:s}){if(e>=0)this.encoders[e]=t,this.decoders[e]=s;else {let i=-1-e;this.builtInEncoders[i]=t,this.builtInDecoders[i]=s;}}tryToEncode(e,t){for(let s=0;s<this.builtInEncoders.length;s++){let i=this.builtInEncoders[s];if(i!=null){let r=i(e,t);if(r!=null){let o=-1-s;return new f$2(o,r)}}}for(let s=0;s<this.encoders.length;s++){let i=this.encoders[s];if(i!=null){let r=i(e,t);if(r!=null){let o=s;return new f$2(o,r)}}}return e instanceof f$2?e:null}decode(e,t,s){let i=t<0?this.builtInDecoders[-1-t]:this.decoders[t];return i?i(e,t,s):new f$2(t,e)}};function te$1(n){return n instanceof ArrayBuffer||typeof SharedArrayBuffer<"u"&&n instanceof SharedArrayBuffer}function x$3(n){return n instanceof Uint8Array?n:ArrayBuffer.isView(n)?new Uint8Array(n.buffer,n.byteOffset,n.byteLength):te$1(n)?new Uint8Array(n):Uint8Array.from(n)}var ie$1=100,se$2=2048,m$2=class n{extensionCodec;context;useBigInt64;maxDepth;initialBufferSize;sortKeys;forceFloat32;ignoreUndefined;forceIntegerToFloat;pos;view;bytes;entered=false;constructor(e){this.extensionCodec=e?.extensionCodec??l$1.defaultCodec,this.context=e?.context,this.useBigInt64=e?.useBigInt64??false,this.maxDepth=e?.maxDepth??ie$1,this.initialBufferSize=e?.initialBufferSize??se$2,this.sortKeys=e?.sortKeys??false,this.forceFloat32=e?.forceFloat32??false,this.ignoreUndefined=e?.ignoreUndefined??false,this.forceIntegerToFloat=e?.forceIntegerToFloat??false,this.pos=0,this.view=new DataView(new ArrayBuffer(this.initialBufferSize)),this.bytes=new Uint8Array(this.view.buffer);}clone(){return new n({extensionCodec:this.extensionCodec,context:this.context,useBigInt64:this.useBigInt64,maxDepth:this.maxDepth,initialBufferSize:this.initialBufferSize,sortKeys:this.sortKeys,forceFloat32:this.forceFloat32,ignoreUndefined:this.ignoreUndefined,forceIntegerToFloat:this.forceIntegerToFloat})}reinitializeState(){this.pos=0;}encodeSharedRef(e){if(this.entered)return this.clone().encodeSharedRef(e);try{return this.entered=!0,this.reinitializeState(),this.doEncode(e,1),this.bytes.subarray(0,this.pos)}finally{this.entered=false;}}encode(e){if(this.entered)return this.clone().encode(e);try{return this.entered=!0,this.reinitializeState(),this.doEncode(e,1),this.bytes.slice(0,this.pos)}finally{this.entered=false;}}doEncode(e,t){if(t>this.maxDepth)throw new Error(`Too deep objects in depth ${t}`);e==null?this.encodeNil():typeof e=="boolean"?this.encodeBoolean(e):typeof e=="number"?this.forceIntegerToFloat?this.encodeNumberAsFloat(e):this.encodeNumber(e):typeof e=="string"?this.encodeString(e):this.useBigInt64&&typeof e=="bigint"?this.encodeBigInt64(e):this.encodeObject(e,t);}ensureBufferSizeToWrite(e){let t=this.pos+e;this.view.byteLength<t&&this.resizeBuffer(t*2);}resizeBuffer(e){let t=new ArrayBuffer(e),s=new Uint8Array(t),i=new DataView(t);s.set(this.bytes),this.view=i,this.bytes=s;}encodeNil(){this.writeU8(192);}encodeBoolean(e){e===false?this.writeU8(194):this.writeU8(195);}encodeNumber(e){!this.forceIntegerToFloat&&Number.isSafeInteger(e)?e>=0?e<128?this.writeU8(e):e<256?(this.writeU8(204),this.writeU8(e)):e<65536?(this.writeU8(205),this.writeU16(e)):e<4294967296?(this.writeU8(206),this.writeU32(e)):this.useBigInt64?this.encodeNumberAsFloat(e):(this.writeU8(207),this.writeU64(e)):e>=-32?this.writeU8(224|e+32):e>=-128?(this.writeU8(208),this.writeI8(e)):e>=-32768?(this.writeU8(209),this.writeI16(e)):e>=-2147483648?(this.writeU8(210),this.writeI32(e)):this.useBigInt64?this.encodeNumberAsFloat(e):(this.writeU8(211),this.writeI64(e)):this.encodeNumberAsFloat(e);}encodeNumberAsFloat(e){this.forceFloat32?(this.writeU8(202),this.writeF32(e)):(this.writeU8(203),this.writeF64(e));}encodeBigInt64(e){e>=BigInt(0)?(this.writeU8(207),this.writeBigUint64(e)):(this.writeU8(211),this.writeBigInt64(e));}writeStringHeader(e){if(e<32)this.writeU8(160+e);else if(e<256)this.writeU8(217),this.writeU8(e);else if(e<65536)this.writeU8(218),this.writeU16(e);else if(e<4294967296)this.writeU8(219),this.writeU32(e);else throw new Error(`Too long string: ${e} bytes in UTF-8`)}encodeString(e){let s=v$2(e);this.ensureBufferSizeToWrite(5+s),this.writeStringHeader(s),z$2(e,this.bytes,this.pos),this.pos+=s;}encodeObject(e,t){let s=this.extensionCodec.tryToEncode(e,this.context);if(s!=null)this.encodeExtension(s);else if(Array.isArray(e))this.encodeArray(e,t);else if(ArrayBuffer.isView(e))this.encodeBinary(e);else if(typeof e=="object")this.encodeMap(e,t);else throw new Error(`Unrecognized object: ${Object.prototype.toString.apply(e)}`)}encodeBinary(e){let t=e.byteLength;if(t<256)this.writeU8(196),this.writeU8(t);else if(t<65536)this.writeU8(197),this.writeU16(t);else if(t<4294967296)this.writeU8(198),this.writeU32(t);else throw new Error(`Too large binary: ${t}`);let s=x$3(e);this.writeU8a(s);}encodeArray(e,t){let s=e.length;if(s<16)this.writeU8(144+s);else if(s<65536)this.writeU8(220),this.writeU16(s);else if(s<4294967296)this.writeU8(221),this.writeU32(s);else throw new Error(`Too large array: ${s}`);for(let i of e)this.doEncode(i,t+1);}countWithoutUndefined(e,t){let s=0;for(let i of t)e[i]!==void 0&&s++;return s}encodeMap(e,t){let s=Object.keys(e);this.sortKeys&&s.sort();let i=this.ignoreUndefined?this.countWithoutUndefined(e,s):s.length;if(i<16)this.writeU8(128+i);else if(i<65536)this.writeU8(222),this.writeU16(i);else if(i<4294967296)this.writeU8(223),this.writeU32(i);else throw new Error(`Too large map object: ${i}`);for(let r of s){let o=e[r];this.ignoreUndefined&&o===void 0||(this.encodeString(r),this.doEncode(o,t+1));}}encodeExtension(e){if(typeof e.data=="function"){let s=e.data(this.pos+6),i=s.length;if(i>=4294967296)throw new Error(`Too large extension object: ${i}`);this.writeU8(201),this.writeU32(i),this.writeI8(e.type),this.writeU8a(s);return}let t=e.data.length;if(t===1)this.writeU8(212);else if(t===2)this.writeU8(213);else if(t===4)this.writeU8(214);else if(t===8)this.writeU8(215);else if(t===16)this.writeU8(216);else if(t<256)this.writeU8(199),this.writeU8(t);else if(t<65536)this.writeU8(200),this.writeU16(t);else if(t<4294967296)this.writeU8(201),this.writeU32(t);else throw new Error(`Too large extension object: ${t}`);this.writeI8(e.type),this.writeU8a(e.data);}writeU8(e){this.ensureBufferSizeToWrite(1),this.view.setUint8(this.pos,e),this.pos++;}writeU8a(e){let t=e.length;this.ensureBufferSizeToWrite(t),this.bytes.set(e,this.pos),this.pos+=t;}writeI8(e){this.ensureBufferSizeToWrite(1),this.view.setInt8(this.pos,e),this.pos++;}writeU16(e){this.ensureBufferSizeToWrite(2),this.view.setUint16(this.pos,e),this.pos+=2;}writeI16(e){this.ensureBufferSizeToWrite(2),this.view.setInt16(this.pos,e),this.pos+=2;}writeU32(e){this.ensureBufferSizeToWrite(4),this.view.setUint32(this.pos,e),this.pos+=4;}writeI32(e){this.ensureBufferSizeToWrite(4),this.view.setInt32(this.pos,e),this.pos+=4;}writeF32(e){this.ensureBufferSizeToWrite(4),this.view.setFloat32(this.pos,e),this.pos+=4;}writeF64(e){this.ensureBufferSizeToWrite(8),this.view.setFloat64(this.pos,e),this.pos+=8;}writeU64(e){this.ensureBufferSizeToWrite(8),k$3(this.view,this.pos,e),this.pos+=8;}writeI64(e){this.ensureBufferSizeToWrite(8),g$1(this.view,this.pos,e),this.pos+=8;}writeBigUint64(e){this.ensureBufferSizeToWrite(8),this.view.setBigUint64(this.pos,e),this.pos+=8;}writeBigInt64(e){this.ensureBufferSizeToWrite(8),this.view.setBigInt64(this.pos,e),this.pos+=8;}};function _$2(n,e){return new m$2(e).encodeSharedRef(n)}var ne=16,re$1=16,E$3=class E{hit=0;miss=0;caches;maxKeyLength;maxLengthPerKey;constructor(e=ne,t=re$1){this.maxKeyLength=e,this.maxLengthPerKey=t,this.caches=[];for(let s=0;s<this.maxKeyLength;s++)this.caches.push([]);}canBeCached(e){return e>0&&e<=this.maxKeyLength}find(e,t,s){let i=this.caches[s-1];e:for(let r of i){let o=r.bytes;for(let h=0;h<s;h++)if(o[h]!==e[t+h])continue e;return r.str}return null}store(e,t){let s=this.caches[e.length-1],i={bytes:e,str:t};s.length>=this.maxLengthPerKey?s[Math.random()*s.length|0]=i:s.push(i);}decode(e,t,s){let i=this.find(e,t,s);if(i!=null)return this.hit++,i;this.miss++;let r=T$3(e,t,s),o=Uint8Array.prototype.slice.call(e,t,t+s);return this.store(o,r),r}};var D$3=new DataView(new ArrayBuffer(0));new Uint8Array(D$3.buffer);try{D$3.getInt8(0);}catch(n){if(!(n instanceof RangeError))throw new Error("This module is not supported in the current JavaScript engine because DataView does not throw RangeError on out-of-bounds access")}new E$3;

/**
 * The one byte form of everything (protocol E1–E4): MessagePack without maps, floats, negatives, extensions, in shortest form.
 *
 * Writing is the library's. Reading is our own: the library drops a U+FEFF that begins a long text, so that an honest text would not read
 * back, and it reserves room for as many items as a header claims, so that thirty bytes could cost a phone a gigabyte. Reading strictly in
 * one pass is also faster than reading loosely, writing again and comparing.
 */

/** @typedef {null|boolean|number|string|Uint8Array|ReadonlyArray<any>} Value a Value nests at most eight arrays deep */

const MAX_DEPTH = 8;

/** The bytes are not the one form of anything on the protocol page. */
class CodecError extends Error {
  constructor(message = 'not the one form of a value') {
    super(message);
    this.name = 'CodecError';
  }
}

/** @param {any} value @param {number} depth */
function requirePlain(value, depth) {
  if (value === null || typeof value === 'boolean' || value instanceof Uint8Array) return;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new CodecError('a lone surrogate');
    return;
  }
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) return;
  if (Array.isArray(value) && depth <= MAX_DEPTH) {
    for (const item of value) requirePlain(item, depth + 1);
    return;
  }
  throw new CodecError();
}

/** @param {Value} value @returns {Uint8Array} @throws {CodecError} what E1 and E3 do not allow */
function encode(value) {
  requirePlain(value, 1);
  return _$2(value, { maxDepth: MAX_DEPTH + 1 });
}

/** @param {Uint8Array} bytes @returns {any} the Value; its byte strings are views into `bytes` @throws {CodecError} */
function decode(bytes) {
  const reader = new Reader(bytes);
  const value = reader.value(1);
  if (reader.at !== bytes.length) throw new CodecError();
  return value;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one form only: the shortest header for each value, nothing beyond what is there. */
class Reader {
  at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  /** @param {number} depth of an array that begins here @returns {any} */
  value(depth) {
    const head = this.uint(1, 0);
    if (head <= 0x7f) return head;
    if (head >= 0xa0 && head <= 0xbf) return this.text(head - 0xa0);
    if (head >= 0x90 && head <= 0x9f) return this.array(head - 0x90, depth);
    switch (head) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
        return this.take(this.uint(1, 0));
      case 0xc5:
        return this.take(this.uint(2, 0x100));
      case 0xc6:
        return this.take(this.uint(4, 0x1_0000));
      case 0xcc:
        return this.uint(1, 0x80);
      case 0xcd:
        return this.uint(2, 0x100);
      case 0xce:
        return this.uint(4, 0x1_0000);
      case 0xcf:
        return this.uint(8, 0x1_0000_0000);
      case 0xd9:
        return this.text(this.uint(1, 0x20));
      case 0xda:
        return this.text(this.uint(2, 0x100));
      case 0xdb:
        return this.text(this.uint(4, 0x1_0000));
      case 0xdc:
        return this.array(this.uint(2, 0x10), depth);
      case 0xdd:
        return this.array(this.uint(4, 0x1_0000), depth);
      default:
        throw new CodecError();
    }
  }

  /** @param {number} width bytes @param {number} least a smaller number has a shorter form */
  uint(width, least) {
    let number = 0;
    for (const byte of this.take(width)) number = number * 256 + byte;
    // beyond 2^53 − 1 the sum is rounded, but never to a safe integer
    if (number < least || !Number.isSafeInteger(number)) throw new CodecError();
    return number;
  }

  /** @param {number} length */
  take(length) {
    if (length > this.bytes.length - this.at) throw new CodecError();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** @param {number} length bytes */
  text(length) {
    try {
      return utf8.decode(this.take(length));
    } catch {
      throw new CodecError();
    }
  }

  /** @param {number} length @param {number} depth */
  array(length, depth) {
    // each item takes a byte at least, so a header cannot claim more than is there
    if (depth > MAX_DEPTH || length > this.bytes.length - this.at) throw new CodecError();
    const items = [];
    for (let i = 0; i < length; i += 1) items.push(this.value(depth + 1));
    return items;
  }
}

/** Schema checks for decoded values (E4). */
const is = {
  /** @param {unknown} value @returns {value is number} */
  uint: (value) => typeof value === 'number',
  /** @param {unknown} value @returns {value is string} */
  text: (value) => typeof value === 'string',
  /** @param {unknown} value @param {number} [length] @returns {value is Uint8Array} */
  bin: (value, length) => value instanceof Uint8Array && (length === undefined || value.length === length),
  /** @param {unknown} value @param {number} [length] @returns {value is any[]} */
  list: (value, length) => Array.isArray(value) && (length === undefined || value.length === length),
  /** @param {unknown} value @param {number} length @returns {value is Uint8Array[]} */
  bins: (value, length) => Array.isArray(value) && value.every((item) => item instanceof Uint8Array && item.length === length),
};

/** Identifiers and hashes (protocol section 2). */

/**
 * @typedef {import('../io/crypto.js').Crypto} Crypto
 * @typedef {import('./codec.js').Value} Value
 */

const Z32 = new Uint8Array(32);

/** H(label, parts…). @param {Crypto} crypto @param {string} label @param {...Value} parts @returns {Promise<Uint8Array>} 32 bytes */
const hash = (crypto, label, ...parts) => crypto.sha256(encode([label, ...parts]));

/** HKDF(key, info…). @param {Crypto} crypto @param {Uint8Array} key @param {...Value} info @returns {Promise<Uint8Array>} 32 bytes */
const derive = (crypto, key, ...info) => crypto.hkdf(key, encode(info));

/** I1. @param {Crypto} crypto @param {number} kind @param {Uint8Array} random @param {Uint8Array} signPk @param {Uint8Array} kemPk */
const spaceId = (crypto, kind, random, signPk, kemPk) => hash(crypto, 'attune/space/1', kind, random, signPk, kemPk);

/** I2. @param {Crypto} crypto @param {Uint8Array} signPk @param {Uint8Array} kemPk */
const deviceId = (crypto, signPk, kemPk) => hash(crypto, 'attune/device/1', signPk, kemPk);

/** I3. @param {Crypto} crypto @param {Uint8Array} entry */
const entryId = (crypto, entry) => hash(crypto, 'attune/entry/1', entry);

/** I4. @param {Crypto} crypto @param {Uint8Array} signed @param {Uint8Array} signature */
const opId = (crypto, signed, signature) => hash(crypto, 'attune/opid/1', signed, signature);

/**
 * I5, where two phones must meet on one record.
 * @param {Crypto} crypto @param {Uint8Array} space @param {string} practice @param {number} person 0 the pair
 * @param {string} date `YYYY-MM-DD` or empty @param {string} slot
 */
async function recordId(crypto, space, practice, person, date, slot) {
  return (await hash(crypto, 'attune/record/1', space, practice, person, date, slot)).slice(0, 16);
}

/**
 * The membership chain and its rules (protocol section 4, C1–C14), and the keys its entries carry (section 3). Pure: chains are values.
 */

const TYPE$3 = Object.freeze({ create: 0, add: 1, addPerson: 2 });
const SPACE = Object.freeze({ me: 0, us: 1 });
const LABEL = 'attune/chain/1';
const ENTRY_BYTES = 32 * 1024;
const DEVICES = 16;
const KEM_PK_BYTES = 1216;
const WRAP_BYTES = 1168;
const NONCE_ZERO = new Uint8Array(12);

/**
 * @typedef {import('./ids.js').Crypto} Crypto
 * @typedef {{device: Uint8Array, signPk: Uint8Array, kemPk: Uint8Array, person: number, role: number}} Member
 * @typedef {ReadonlyMap<string, Member>} Members by device hex
 * @typedef {object} Chain
 * @property {Uint8Array} space
 * @property {number} kind
 * @property {Uint8Array[]} entries as carried
 * @property {Uint8Array[]} heads entry id of each
 * @property {number} epoch number of the last effective entry
 * @property {number} persons
 * @property {Members} members in force
 * @property {ReadonlyMap<string, Members>} membersAt the set in force at each entry, by entry id hex
 * @property {ReadonlySet<string>} ever
 * @property {number[]} effective numbers of the effective entries
 *
 * @typedef {{signSeed: Uint8Array, signPk: Uint8Array, kemSeed: Uint8Array, kemPk: Uint8Array}} DeviceKeys
 */

/** An entry that is not of this chain (C1–C3), or keys that an entry should carry and does not (K7). `rule` is the rule's id. */
class ChainError extends Error {
  /** @param {string} rule */
  constructor(rule) {
    super(`chain rule ${rule}`);
    this.name = 'ChainError';
    this.rule = rule;
  }
}

/** @param {unknown} condition @param {string} rule @returns {asserts condition} */
function require$1(condition, rule) {
  if (!condition) throw new ChainError(rule);
}

/** @param {Uint8Array} space @returns {Chain} */
function emptyChain(space) {
  return Object.freeze({
    space,
    kind: SPACE.me,
    entries: [],
    heads: [],
    epoch: 0,
    persons: 0,
    members: new Map(),
    membersAt: new Map(),
    ever: new Set(),
    effective: [],
  });
}

/** The id of the newest entry, Z32 when there is none. @param {Chain} chain */
const headOf = (chain) => chain.heads.at(-1) ?? Z32;

/**
 * Reads the next entry.
 * @param {Crypto} crypto @param {Chain} chain @param {Uint8Array} entry
 * @returns {Promise<{chain: Chain, verdict: 'effective'|'void'|'kept', rule: string|null}>} `kept`: of an unknown type (C14)
 * @throws {ChainError} C1–C3
 */
async function readEntry(crypto, chain, entry) {
  const { body, bodyBytes, signatures } = parseEntry(chain, entry);
  const head = await entryId(crypto, entry);
  const hashed = { ...chain, entries: [...chain.entries, entry], heads: [...chain.heads, head] };
  const at = (/** @type {Members} */ members) => new Map([...chain.membersAt, [hex(head), members]]);
  try {
    if (!isKnownType(body.type)) {
      await requireActor(crypto, chain, body.actor, bodyBytes, signatures);
      return { chain: Object.freeze({ ...hashed, membersAt: at(chain.members) }), verdict: 'kept', rule: null };
    }
    const { kind, persons, member } = await requireEffective(crypto, chain, body, bodyBytes, signatures);
    const members = new Map([...chain.members, [hex(member.device), member]]);
    return {
      chain: Object.freeze({
        ...hashed,
        kind,
        persons,
        members,
        membersAt: at(members),
        epoch: body.n,
        ever: new Set([...chain.ever, hex(member.device)]),
        effective: [...chain.effective, body.n],
      }),
      verdict: 'effective',
      rule: null,
    };
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    return { chain: Object.freeze({ ...hashed, membersAt: at(chain.members) }), verdict: 'void', rule: error.rule };
  }
}

/** @param {number} type */
const isKnownType = (type) => type === TYPE$3.create || type === TYPE$3.add || type === TYPE$3.addPerson;

/** C1–C3. @param {Chain} chain @param {Uint8Array} entry */
function parseEntry(chain, entry) {
  require$1(entry.length <= ENTRY_BYTES, 'C1');
  /** @type {any} */ let outer;
  /** @type {any} */ let parts;
  try {
    outer = decode(entry);
    require$1(is.list(outer) && outer.length === 2 && is.bin(outer[0]) && is.list(outer[1]), 'C1');
    require$1(outer[1].every(
      (/** @type {any} */ pair) => is.list(pair) && pair.length === 2 && is.bin(pair[0], 32) && is.bin(pair[1], 64),
    ), 'C1');
    parts = decode(outer[0]);
  } catch (error) {
    if (error instanceof CodecError) throw new ChainError('C1');
    throw error;
  }
  const body = readBody(parts);
  require$1(equal(body.space, chain.space), 'C2');
  require$1(body.n === chain.entries.length && equal(body.prev, headOf(chain)), 'C3');
  return { body, bodyBytes: /** @type {Uint8Array} */ (outer[0]), signatures: /** @type {Array<[Uint8Array, Uint8Array]>} */ (outer[1]) };
}

/** The shape of a body; for unknown types only its first six parts. @param {any} parts */
function readBody(parts) {
  require$1(is.list(parts) && parts.length >= 6 && parts[0] === LABEL, 'C1');
  const [, space, n, prev, actor, type, devices, adds, wraps, kcv, previous, extra] = parts;
  require$1(is.bin(space, 32) && is.uint(n) && is.bin(prev, 32) && is.bin(actor, 32) && is.uint(type), 'C1');
  if (isKnownType(type)) {
    require$1(parts.length === 12 && is.bins(devices, 32) && is.list(adds) && is.list(wraps), 'C1');
    require$1(adds.every(
      (/** @type {any} */ add) =>
        is.list(add) && add.length === 4 && is.bin(add[0]) && is.bin(add[1]) && is.uint(add[2]) && is.uint(add[3]),
    ), 'C1');
    require$1(wraps.every((/** @type {any} */ wrap) => is.list(wrap) && wrap.length === 2 && is.bin(wrap[0], 32) && is.bin(wrap[1])), 'C1');
    require$1(is.bin(kcv) && is.bin(previous) && is.list(extra), 'C1');
  }
  return { space, n, prev, actor, type, devices, adds, wraps, kcv, previous, extra };
}

/** C4, C5 for an entry that is not the first. @param {Crypto} crypto @param {Chain} chain @param {Uint8Array} actor @param {Uint8Array} bodyBytes @param {Array<[Uint8Array, Uint8Array]>} signatures */
async function requireActor(crypto, chain, actor, bodyBytes, signatures) {
  const member = chain.members.get(hex(actor));
  require$1(member, 'C4');
  const [first] = signatures;
  require$1(first && equal(first[0], actor), 'C5');
  require$1(await crypto.verify(member.signPk, bodyBytes, first[1]), 'C5');
  return member;
}

/** C4–C13 for types 0–2. @param {Crypto} crypto @param {Chain} chain @param {ReturnType<typeof readBody>} body @param {Uint8Array} bodyBytes @param {Array<[Uint8Array, Uint8Array]>} signatures */
async function requireEffective(crypto, chain, body, bodyBytes, signatures) {
  const isCreate = body.type === TYPE$3.create;
  require$1(isCreate === (body.n === 0), 'C8');
  require$1(body.adds.length === 1, isCreate ? 'C8' : body.type === TYPE$3.add ? 'C9' : 'C10');
  const [signPk, kemPk, person, role] = body.adds[0];
  require$1(kemPk.length === KEM_PK_BYTES && role === 0 && (await crypto.isValidSigningKey(signPk)), 'C7');
  const device = await deviceId(crypto, signPk, kemPk);
  require$1(!chain.ever.has(hex(device)), 'C7');
  if (isCreate) {
    require$1(equal(body.actor, device), 'C4');
    const [first] = signatures;
    require$1(first && equal(first[0], device) && (await crypto.verify(signPk, bodyBytes, first[1])), 'C5');
  } else {
    await requireActor(crypto, chain, body.actor, bodyBytes, signatures);
  }
  const { kind, persons } = await requireType(crypto, chain, body, { signPk, kemPk, person });
  const devices = [...[...chain.members.values()].map((member) => member.device), device].sort(compare);
  require$1(body.devices.length <= DEVICES && sameIds(body.devices, devices), 'C6');
  require$1(sameIds(
    body.wraps.map((/** @type {any} */ [id]) => id),
    devices,
  ), 'C11');
  require$1(body.wraps.every((/** @type {any} */ [, wrap]) => wrap.length === WRAP_BYTES), 'C11');
  require$1(body.kcv.length === 32 && body.previous.length === (isCreate ? 0 : 48), 'C12');
  require$1(signatures.length === (isCreate ? 1 : 2), 'C13');
  const [, second] = signatures;
  if (second) require$1(equal(second[0], device) && (await crypto.verify(signPk, bodyBytes, second[1])), 'C13');
  return { kind, persons, member: { device, signPk, kemPk, person, role } };
}

/** C8, C9, C10: what each type may add. @param {Crypto} crypto @param {Chain} chain @param {ReturnType<typeof readBody>} body @param {{signPk: Uint8Array, kemPk: Uint8Array, person: number}} added */
async function requireType(crypto, chain, body, { signPk, kemPk, person }) {
  if (body.type === TYPE$3.create) {
    const [kind, random] = body.extra;
    require$1(person === 1 && body.extra.length === 2 && (kind === SPACE.me || kind === SPACE.us) && is.bin(random, 32), 'C8');
    require$1(equal(await spaceId(crypto, kind, random, signPk, kemPk), chain.space), 'C8');
    return { kind, persons: 1 };
  }
  if (body.type === TYPE$3.add) {
    require$1(person === chain.members.get(hex(body.actor))?.person && body.extra.length === 0, 'C9');
    return { kind: chain.kind, persons: chain.persons };
  }
  require$1(chain.kind === SPACE.us && person === 2 && chain.persons === 1, 'C10');
  require$1(body.extra.length === 1 && is.bin(body.extra[0], 32), 'C10');
  return { kind: chain.kind, persons: 2 };
}

/** @param {Uint8Array[]} a @param {Uint8Array[]} b */
const sameIds = (a, b) => a.length === b.length && a.every((id, i) => equal(id, /** @type {Uint8Array} */ (b[i])));

/** K3. @param {Crypto} crypto @param {Uint8Array} epochKey @param {string} label @param {Uint8Array} space @param {number} n */
const subkey = (crypto, epochKey, label, space, n) => derive(crypto, epochKey, 'attune/subkey/1', label, space, n);

/** @param {Uint8Array} space @param {number} n @param {Uint8Array} prev */
const previousAad = (space, n, prev) => encode(['attune/previous/1', space, n, prev]);

/** @param {Crypto} crypto @param {Uint8Array} space @param {number} n @param {Uint8Array} prev @param {Uint8Array} device @param {Uint8Array} kemPk */
const wrapInfo = async (crypto, space, n, prev, device, kemPk) =>
  encode(['attune/wrap/1', space, n, prev, device, await crypto.sha256(kemPk)]);

/**
 * The unsigned body of the next entry, with a new epoch wrapped for the whole resulting set (K2, K4–K6).
 * @param {Crypto} crypto @param {Chain} chain
 * @param {object} parts
 * @param {Uint8Array} parts.actor @param {number} parts.type @param {{signPk: Uint8Array, kemPk: Uint8Array, person: number}} parts.added
 * @param {Uint8Array|null} parts.previousKey key of the epoch in force @param {any[]} parts.extra
 * @returns {Promise<{body: Uint8Array, epochKey: Uint8Array}>}
 */
async function makeBody(crypto, chain, { actor, type, added, previousKey, extra }) {
  const { space } = chain;
  const n = chain.entries.length;
  const prev = headOf(chain);
  const epochKey = crypto.random(32);
  const device = await deviceId(crypto, added.signPk, added.kemPk);
  const set = [...chain.members.values(), { device, kemPk: added.kemPk }].sort((a, b) => compare(a.device, b.device));
  const wraps = [];
  for (const member of set)
    wraps.push([
      member.device,
      await crypto.hpkeSeal(member.kemPk, await wrapInfo(crypto, space, n, prev, member.device, member.kemPk), epochKey),
    ]);
  const kcv = await derive(crypto, epochKey, 'attune/kcv/1', space, n, prev);
  const previous = previousKey
    ? await crypto.seal(await subkey(crypto, epochKey, 'previous', space, n), NONCE_ZERO, previousAad(space, n, prev), previousKey)
    : new Uint8Array();
  const adds = [[added.signPk, added.kemPk, added.person, 0]];
  return {
    body: encode([LABEL, space, n, prev, actor, type, set.map((member) => member.device), adds, wraps, kcv, previous, extra]),
    epochKey,
  };
}

/**
 * A new space with its first device.
 * @param {Crypto} crypto @param {{kind: number, keys: DeviceKeys}} parts
 * @returns {Promise<{chain: Chain, device: Uint8Array, epochKey: Uint8Array}>}
 */
async function createChain(crypto, { kind, keys }) {
  const random = crypto.random(32);
  const device = await deviceId(crypto, keys.signPk, keys.kemPk);
  const empty = emptyChain(await spaceId(crypto, kind, random, keys.signPk, keys.kemPk));
  const added = { signPk: keys.signPk, kemPk: keys.kemPk, person: 1 };
  const { body, epochKey } = await makeBody(crypto, empty, {
    actor: device,
    type: TYPE$3.create,
    added,
    previousKey: null,
    extra: [kind, random],
  });
  const entry = encode([body, [[device, await crypto.sign(keys.signSeed, body)]]]);
  const { chain, verdict, rule } = await readEntry(crypto, empty, entry);
  if (verdict !== 'effective') throw new ChainError(rule ?? 'C1');
  return { chain, device, epochKey };
}

/**
 * The actor's half of an `add` (own new device) or `add person` entry.
 * @param {Crypto} crypto @param {Chain} chain
 * @param {{keys: DeviceKeys, added: {signPk: Uint8Array, kemPk: Uint8Array}, previousKey: Uint8Array, transcript?: Uint8Array}} parts with a transcript: add person
 * @returns {Promise<{body: Uint8Array, signature: Uint8Array, epochKey: Uint8Array}>}
 */
async function proposeAdd(crypto, chain, { keys, added, previousKey, transcript }) {
  const actor = await deviceId(crypto, keys.signPk, keys.kemPk);
  const person = transcript ? 2 : (chain.members.get(hex(actor))?.person ?? 0);
  const { body, epochKey } = await makeBody(crypto, chain, {
    actor,
    type: transcript ? TYPE$3.addPerson : TYPE$3.add,
    added: { ...added, person },
    previousKey,
    extra: transcript ? [transcript] : [],
  });
  return { body, signature: await crypto.sign(keys.signSeed, body), epochKey };
}

/**
 * The added device's half: checks that the proposal adds exactly this device, then signs.
 * @param {Crypto} crypto @param {Chain} chain
 * @param {{body: Uint8Array, signature: Uint8Array, keys: DeviceKeys, transcript?: Uint8Array}} parts
 * @returns {Promise<{chain: Chain, entry: Uint8Array}>} @throws {ChainError}
 */
async function countersign(crypto, chain, { body: bodyBytes, signature, keys, transcript }) {
  const body = readBody(decode(bodyBytes));
  const device = await deviceId(crypto, keys.signPk, keys.kemPk);
  const [add] = body.adds ?? [];
  require$1(add && equal(add[0], keys.signPk) && equal(add[1], keys.kemPk), 'C7');
  require$1(body.type === (transcript ? TYPE$3.addPerson : TYPE$3.add), 'C9');
  if (transcript) require$1(is.bin(body.extra[0], 32) && equal(body.extra[0], transcript), 'C10');
  const entry = encode([
    bodyBytes,
    [
      [body.actor, signature],
      [device, await crypto.sign(keys.signSeed, bodyBytes)],
    ],
  ]);
  const read = await readEntry(crypto, chain, entry);
  require$1(read.verdict === 'effective', read.rule ?? 'C1');
  return { chain: read.chain, entry };
}

/**
 * All epoch keys a device can open (K7): its newest wrap, then backwards through `previous`.
 * @param {Crypto} crypto @param {Chain} chain @param {DeviceKeys} keys @param {Uint8Array} device
 * @param {ReadonlyMap<number, Uint8Array>} [known] keys opened before
 * @returns {Promise<Map<number, Uint8Array>>} epoch number -> key
 * @throws {ChainError} a wrap (K5), check value (K4) or previous key (K6) is not what the chain says; no wrap for the device (K7)
 */
async function openEpochs(crypto, chain, keys, device, known = new Map()) {
  /** @type {Map<number, Uint8Array>} */ const opened = new Map(known);
  /** @type {Uint8Array|null} */ let next = null;
  for (const n of [...chain.effective].reverse()) {
    const entry = /** @type {Uint8Array} */ (chain.entries[n]);
    const body = readBody(decode(decode(entry)[0]));
    let key = next ?? opened.get(n) ?? null;
    if (!key) {
      const wrap = body.wraps.find((/** @type {any} */ [id]) => equal(id, device));
      require$1(wrap, 'K7');
      try {
        key = await crypto.hpkeOpen(keys.kemSeed, await wrapInfo(crypto, chain.space, n, body.prev, device, keys.kemPk), wrap[1]);
      } catch {
        throw new ChainError('K5');
      }
    }
    require$1(equal(await derive(crypto, key, 'attune/kcv/1', chain.space, n, body.prev), body.kcv), 'K4');
    opened.set(n, key);
    if (n === 0 || known.has(n)) break;
    try {
      const sealedUnder = await subkey(crypto, key, 'previous', chain.space, n);
      next = await crypto.open(sealedUnder, NONCE_ZERO, previousAad(chain.space, n, body.prev), body.previous);
    } catch {
      throw new ChainError('K6');
    }
  }
  return opened;
}

/**
 * The day is each person's own: it ends at 04:00 local, so that a check-in after midnight still belongs to the evening before.
 * A day label is `YYYY-MM-DD`.
 */
const DAY_ENDS_HOUR = 4;

/** @param {number} nowMs @returns {string} the label of the day that is now, in the phone's own time zone */
function dayLabel(nowMs) {
  const local = new Date(nowMs);
  // Calendar arithmetic, not minus four hours: on the night the clocks change the two differ.
  if (local.getHours() < DAY_ENDS_HOUR) local.setDate(local.getDate() - 1);
  return labelOf(local.getFullYear(), local.getMonth() + 1, local.getDate());
}

/** @param {number} year @param {number} month 1…12 @param {number} day */
const labelOf = (year, month, day) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The last moment of which there is a date, in ms. */
const LAST_MS = 8.64e15;

/** A time that somebody wrote: what is none, or lies beyond every calendar, counts as the beginning of time. @param {unknown} value @returns {number} ms */
const timeOf = (value) => (typeof value === 'number' && value >= 0 && value <= LAST_MS ? value : 0);

/** @param {string} label @param {number} nowMs @returns {boolean} whether that day is over for the person holding this phone */
const isDayOver = (label, nowMs) => dayLabel(nowMs) > label;

/** @param {string} label @returns {number} ms of that day's noon, local: for showing its date */
function noonOf(label) {
  const [year = 0, month = 1, day = 1] = label.split('-').map(Number);
  return new Date(year, month - 1, day, 12).getTime();
}

/** @param {string} label @param {number} days @returns {string} */
function addDays(label, days) {
  const date = new Date(noonOf(label));
  date.setDate(date.getDate() + days);
  return labelOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** @param {number} nowMs @returns {number} ms until this day ends, to look again then */
function untilDayEnds(nowMs) {
  const end = new Date(nowMs);
  if (end.getHours() >= DAY_ENDS_HOUR) end.setDate(end.getDate() + 1);
  end.setHours(DAY_ENDS_HOUR, 0, 0, 0);
  return Math.max(1000, end.getTime() - nowMs);
}

/** @param {string} text @returns {boolean} */
const isDayLabel = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;

/** What a person says of themselves when two meet: a name, and what the other is to them. */

/** What two people are to each other, in the order of their numbers in the protocol, from 1. */
const RELATIONSHIPS = Object.freeze(['partner', 'friend', 'family']);

/** Code points. */
const NAME_CHARS$1 = 40;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Control and format characters, the two joiners apart: emoji and several scripts need those. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A name as it may stand in a sentence: one line, no direction marks, nothing invisible. @param {unknown} given @returns {string} empty when nothing of it can be seen */
function plainName(given) {
  if (typeof given !== 'string') return '';
  const line = given.toWellFormed().replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim();
  return VISIBLE.test(line) ? [...line].slice(0, NAME_CHARS$1).join('').trim() : '';
}

var D$2=(e,n)=>n.some(t=>e instanceof t),w$2,b$2;function g(){return w$2||(w$2=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function C$1(){return b$2||(b$2=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var m$1=new WeakMap,h$1=new WeakMap,f$1=new WeakMap;function V$2(e){let n=new Promise((t,r)=>{let i=()=>{e.removeEventListener("success",c),e.removeEventListener("error",o);},c=()=>{t(u$1(e.result)),i();},o=()=>{r(e.error),i();};e.addEventListener("success",c),e.addEventListener("error",o);});return f$1.set(n,e),n}function j$1(e){if(m$1.has(e))return;let n=new Promise((t,r)=>{let i=()=>{e.removeEventListener("complete",c),e.removeEventListener("error",o),e.removeEventListener("abort",o);},c=()=>{t(),i();},o=()=>{r(e.error||new DOMException("AbortError","AbortError")),i();};e.addEventListener("complete",c),e.addEventListener("error",o),e.addEventListener("abort",o);});m$1.set(e,n);}var I$2={get(e,n,t){if(e instanceof IDBTransaction){if(n==="done")return m$1.get(e);if(n==="store")return t.objectStoreNames[1]?void 0:t.objectStore(t.objectStoreNames[0])}return u$1(e[n])},set(e,n,t){return e[n]=t,true},has(e,n){return e instanceof IDBTransaction&&(n==="done"||n==="store")?true:n in e}};function M$1(e){I$2=e(I$2);}function O$2(e){return C$1().includes(e)?function(...n){return e.apply(y$2(this),n),u$1(this.request)}:function(...n){return u$1(e.apply(y$2(this),n))}}function S$1(e){return typeof e=="function"?O$2(e):(e instanceof IDBTransaction&&j$1(e),D$2(e,g())?new Proxy(e,I$2):e)}function u$1(e){if(e instanceof IDBRequest)return V$2(e);if(h$1.has(e))return h$1.get(e);let n=S$1(e);return Object.is(n,e)||(h$1.set(e,n),f$1.set(n,e)),n}var y$2=e=>f$1.get(e);function T$2(e,n,{blocked:t,upgrade:r,blocking:i,terminated:c}={}){let o=indexedDB.open(e,n),d=u$1(o);return r&&o.addEventListener("upgradeneeded",s=>{r(u$1(o.result),s.oldVersion,s.newVersion,u$1(o.transaction),s);}),t&&o.addEventListener("blocked",s=>t(s.oldVersion,s.newVersion,s)),d.then(s=>{c&&s.addEventListener("close",()=>c()),i&&s.addEventListener("versionchange",a=>i(a.oldVersion,a.newVersion,a));}).catch(()=>{}),d}var A$1=["get","getKey","getAll","getAllKeys","count"],v$1=["put","add","delete","clear"],l={};function E$2(e,n){if(!(e instanceof IDBDatabase&&!(n in e)&&typeof n=="string"))return;if(l[n])return l[n];let t=n.replace(/FromIndex$/,""),r=n!==t,i=v$1.includes(t);if(!(t in(r?IDBIndex:IDBObjectStore).prototype)||!(i||A$1.includes(t)))return;let c=async function(o,...d){let s=this.transaction(o,i?"readwrite":"readonly"),a=s.store;return r&&(a=a.index(d.shift())),(await Promise.all([a[t](...d),i&&s.done]))[0]};return l[n]=c}M$1(e=>({...e,get:(n,t,r)=>E$2(n,t)||e.get(n,t,r),has:(n,t)=>!!E$2(n,t)||e.has(n,t)}));var W$2=["advance","continue","continuePrimaryKey"],P$1={},B$2=new WeakMap,x$2=new WeakMap,F$1={get(e,n){if(!W$2.includes(n))return e[n];let t=P$1[n];return t||(t=P$1[n]=function(...r){B$2.set(this,x$2.get(this)[n](...r));}),t}};async function*k$2(...e){let n=this;if(n instanceof IDBCursor||(n=await n.openCursor(...e)),!n)return;n=n;let t=new Proxy(n,F$1);for(x$2.set(t,n),f$1.set(t,y$2(n));n;)yield t,n=await(B$2.get(t)||n.continue()),B$2.delete(t);}function L$2(e,n){return n===Symbol.asyncIterator&&D$2(e,[IDBIndex,IDBObjectStore,IDBCursor])||n==="iterate"&&D$2(e,[IDBIndex,IDBObjectStore])}M$1(e=>({...e,get(n,t,r){return L$2(n,t)?k$2:e.get(n,t,r)},has(n,t){return L$2(n,t)||e.has(n,t)}}));

/**
 * The phone's database: four stores in one IndexedDB, and what browsers do to it.
 *
 * Everything people wrote is sealed before it comes here (app/vault.js); this file sees keys, row numbers and ciphertext.
 *
 * - `keys`     'local' -> the non-extractable key that wraps all others (or raw bytes where an engine refuses to keep CryptoKeys)
 * - `sealed`   name -> {nonce, bytes}: small things under a name
 * - `ops`      row -> {row, space, opId, bytes, waitingIn?}: sealed ops; `waitingIn` = space until the server has acknowledged it
 * - `intents`  row -> {row, space, nonce, bytes}: what the person did and no op says yet
 */

const VERSION$1 = 1;

/** Why the phone cannot keep anything just now. `reason` names a sentence in text/en/storage.ftl. */
class StorageError extends Error {
  /** @param {'full'|'refused'|'newer'|'lost'} reason @param {unknown} [cause] */
  constructor(reason, cause) {
    super(`storage: ${reason}`, { cause });
    this.name = 'StorageError';
    this.reason = reason;
  }
}

/** @param {unknown} error @returns {StorageError} */
function asStorageError(error) {
  if (error instanceof StorageError) return error;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StorageError('full', error);
  if (name === 'VersionError') return new StorageError('newer', error);
  if (name === 'SecurityError') return new StorageError('refused', error);
  return new StorageError('lost', error);
}

/** Connection gone under us: iOS does this when the database process is killed (seen in public reports until 2026). */
/** @param {unknown} error */
function isLostConnection(error) {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');
}

/** @type {Promise<never>} */ const NEVER = new Promise(() => {});

/**
 * @typedef {import('../vendor/idb.js').IDBPDatabase} IDBPDatabase
 * @typedef {'keys'|'sealed'|'ops'|'intents'} StoreName
 * @typedef {any} Transaction an idb transaction
 */

class Database {
  /** @type {IDBPDatabase|null} */ #db = null;
  #isEnded = false;
  #name;
  #onReplaced;

  /**
   * @param {string} name
   * @param {{onReplaced: () => void}} events `onReplaced`: another tab runs a newer version and needs this one to let go
   */
  constructor(name, { onReplaced }) {
    this.#name = name;
    this.#onReplaced = onReplaced;
  }

  /** @returns {Promise<any>} */
  async #connection() {
    if (this.#db) return this.#db;
    const db = await T$2(this.#name, VERSION$1, {
      /** @param {any} upgrading */
      upgrade(upgrading) {
        upgrading.createObjectStore('keys');
        upgrading.createObjectStore('sealed');
        const ops = upgrading.createObjectStore('ops', { keyPath: 'row', autoIncrement: true });
        ops.createIndex('space', 'space');
        ops.createIndex('op', ['space', 'opId'], { unique: true });
        ops.createIndex('waitingIn', 'waitingIn');
        const intents = upgrading.createObjectStore('intents', { keyPath: 'row', autoIncrement: true });
        intents.createIndex('space', 'space');
      },
      blocking: (/** @type {number} */ _version, /** @type {number|null} */ next) => {
        if (next === null) {
          this.end(); // it is being deleted
          return;
        }
        this.close();
        this.#onReplaced();
      },
      terminated: () => {
        this.#db = null;
      },
    });
    if (this.#isEnded) {
      db.close();
      return NEVER;
    }
    this.#db = db;
    return db;
  }

  /**
   * One transaction. `work` may only await the transaction's own requests: anything else lets the engine commit early.
   * A lost connection is reopened once; a write that may have been committed is safe to run again (rows are keyed).
   *
   * @template T
   * @param {'readonly'|'readwrite'} mode
   * @param {StoreName[]} stores
   * @param {(tx: Transaction) => Promise<T>|T} work
   * @returns {Promise<T>} resolves after the transaction is complete and, for writes, durable (`durability: 'strict'`)
   * @throws {StorageError}
   */
  async run(mode, stores, work) {
    for (let attempt = 0; ; attempt += 1) {
      if (this.#isEnded) return NEVER;
      try {
        const db = await this.#connection();
        const tx = db.transaction(stores, mode, mode === 'readwrite' ? { durability: 'strict' } : {});
        try {
          const result = await work(tx);
          await tx.done;
          return result;
        } catch (error) {
          tx.done.catch(() => {});
          try {
            tx.abort();
          } catch {
            // already finished: the first error is the one to tell
          }
          throw error;
        }
      } catch (error) {
        if (error instanceof Refusal) throw error;
        if (attempt === 0 && isLostConnection(error)) {
          this.close();
          continue;
        }
        throw asStorageError(error);
      }
    }
  }

  close() {
    this.#db?.close();
    this.#db = null;
  }

  /** Closes for good, before the database is deleted: what asks for it from now on waits for ever, and makes no new one behind the page that goes. */
  end() {
    this.#isEnded = true;
    this.close();
  }
}

/** Every key that begins so. @param {string} prefix */
const allOf = (prefix) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Thrown inside `run` to roll back on purpose; passes through unchanged. */
class Refusal extends Error {}

/** @param {string} name removes the database and everything in it */
function deleteDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(undefined);
    request.onerror = () => reject(asStorageError(request.error));
    request.onblocked = () => {}; // other tabs close on `blocking`, then success follows
  });
}

/**
 * The daily check-in as data: what each person wrote and shared, and what of it may be seen when. Pure.
 *
 * A side is private in the writer's `me` until lines of it are shared; shared lines are fields of the pair's record for that day, where both
 * phones meet by the day's label. The other's lines open when both have shared, or when the day is over for the reader.
 */

/**
 * @typedef {import('./feelings.js').Chosen} Chosen
 * @typedef {import('./oplog.js').FieldView} FieldView
 * @typedef {'sky'|'words'|'energy'|'mattered'|'worry'} Line
 * @typedef {object} Side
 * @property {string|null} sky @property {Chosen[]} words @property {number|null} energy 0…4
 * @property {string} mattered @property {boolean} goodNews @property {string} worry
 *
 * @typedef {object} SharedSide what one person shared of a day; a line not shared is null
 * @property {number} sharedAt ms
 * @property {string|null} sky @property {Chosen[]|null} words @property {number|null} energy
 * @property {string|null} mattered @property {boolean} goodNews @property {string|null} worry
 * @property {Line[]} takenBack
 *
 * @typedef {object} Day
 * @property {string} day
 * @property {Side|null} mine what I wrote, null when nothing
 * @property {string} wish what I would like to hear, only for me
 * @property {boolean} isKept I am done and shared nothing
 * @property {SharedSide|null} shared what I shared
 * @property {SharedSide|null} theirs null until it may be seen; not done and done privately are the same null
 * @property {SharedSide|null} guest what the other shared on my phone, one phone for two
 * @property {SharedSide|null} mineOnTheirs what I shared on the other's phone, and have not made my own
 * @property {boolean} isOpen both sides may be seen
 * @property {number|null} openedAt ms, the later of the two shares
 * @property {boolean} isOver the day has ended here
 * @property {Reply|null} myReply @property {Reply|null} theirReply
 * @property {string|null} myAnswer @property {string|null} theirAnswer
 * @property {Parked[]} parked
 *
 * @typedef {{heard: string, question: string, at: number}} Reply
 * @typedef {{day: string, text: string, isMine: boolean}} Parked
 */

const TYPE$2 = 'check-in';
const PRACTICE = 'daily-check-in';
const LINES = /** @type {readonly Line[]} */ (Object.freeze(['sky', 'words', 'energy', 'mattered', 'worry']));
const SKIES = Object.freeze(['clear', 'breeze', 'still', 'overcast', 'fog', 'rain', 'wind', 'storm', 'changing', 'cannot-tell']);
const LIMIT = Object.freeze({ mattered: 200, worry: 200, parked: 80, heard: 300, question: 120, answer: 300, wish: 200 });
const STRENGTHS = ['soft', 'medium', 'strong'];

/** @type {Side} */
const EMPTY_SIDE = Object.freeze({ sky: null, words: [], energy: null, mattered: '', goodNews: false, worry: '' });

/** @param {Side} side @returns {Line[]} the lines that say something */
function filledLines(side) {
  return LINES.filter((line) => {
    if (line === 'words') return side.words.length > 0;
    if (line === 'mattered' || line === 'worry') return side[line].trim() !== '';
    return side[line] !== null;
  });
}

/** @param {Chosen[]} words */
const packWords = (words) => words.map(({ id, text, family, strength }) => [id, text, family, STRENGTHS.indexOf(strength)]);

/** @param {unknown} value @returns {Chosen[]} what is malformed is left out */
function unpackWords(value) {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 3).flatMap((word) => {
    const [id, text, family, strength] = Array.isArray(word) ? word : [];
    if (typeof id !== 'string' || typeof text !== 'string' || typeof family !== 'string') return [];
    return [{ id, text: text.slice(0, 60), family, strength: /** @type {Chosen['strength']} */ (STRENGTHS[strength] ?? 'medium') }];
  });
}

/** A side as a value for a draft or a private record. @param {Side} side @returns {Array<[string, any]>} */
function packSide(side) {
  return [
    ['sky', side.sky],
    ['words', packWords(side.words)],
    ['energy', side.energy],
    ['mattered', side.mattered],
    ['good-news', side.goodNews],
    ['worry', side.worry],
  ];
}

/** @param {ReadonlyMap<string, any>} values by field name @returns {Side} */
function unpackSide(values) {
  const sky = values.get('sky');
  const energy = values.get('energy');
  return {
    sky: SKIES.includes(sky) ? sky : null,
    words: unpackWords(values.get('words')),
    energy: Number.isInteger(energy) && energy >= 0 && energy <= 4 ? energy : null,
    mattered: textOf(values.get('mattered'), LIMIT.mattered) ?? '',
    goodNews: values.get('good-news') === true,
    worry: textOf(values.get('worry'), LIMIT.worry) ?? '',
  };
}

/** The fields that sharing these lines writes into the pair's record. @param {Side} side @param {readonly Line[]} lines @param {number} nowMs @returns {Array<[string, any]>} */
function shareFields(side, lines, nowMs) {
  /** @type {Array<[string, any]>} */ const fields = packSide(side).filter(([name]) => lines.includes(/** @type {Line} */ (name)));
  if (lines.includes('mattered')) fields.push(['good-news', side.goodNews]);
  return [...fields, ['shared-at', nowMs]];
}

/** @param {unknown} value @param {number} most @returns {string|null} */
const textOf = (value, most) => (typeof value === 'string' ? [...value].slice(0, most * 2).join('') : null);

/** @param {ReadonlyMap<string, FieldView>|undefined} fields @param {string} name */
const plainValue = (fields, name) => {
  const field = fields?.get(name);
  return field && !field.isWithdrawn ? field.value : null;
};

/** @param {ReadonlyMap<string, FieldView>|undefined} fields one person's fields of the day's record @returns {SharedSide|null} null: shared nothing */
function sharedSide(fields) {
  const sharedAt = plainValue(fields, 'shared-at');
  if (typeof sharedAt !== 'number') return null;
  const plain = new Map([...(fields ?? [])].map(([name]) => [name, plainValue(fields, name)]));
  const side = unpackSide(plain);
  const has = (/** @type {string} */ name) => plain.get(name) !== null && plain.get(name) !== undefined;
  return {
    sharedAt,
    sky: side.sky,
    words: has('words') ? side.words : null,
    energy: side.energy,
    mattered: has('mattered') ? side.mattered : null,
    goodNews: side.goodNews,
    worry: has('worry') ? side.worry : null,
    takenBack: LINES.filter((line) => fields?.get(line)?.isWithdrawn),
  };
}

/** The fields an owner keeps for a guest, under the names a guest would use. @param {ReadonlyMap<string, FieldView>|undefined} fields */
const guestFields = (fields) =>
  new Map([...(fields ?? [])].flatMap(([name, field]) => (name.startsWith('guest-') ? [[name.slice(6), field]] : [])));

/** @param {ReadonlyMap<string, FieldView>|undefined} fields @returns {Reply|null} */
function replyOf(fields) {
  const at = plainValue(fields, 'replied-at');
  if (typeof at !== 'number') return null;
  return {
    heard: textOf(plainValue(fields, 'heard'), LIMIT.heard) ?? '',
    question: textOf(plainValue(fields, 'question'), LIMIT.question) ?? '',
    at: timeOf(at),
  };
}

/**
 * One day as this phone may show it.
 * @param {object} parts
 * @param {string} parts.day @param {number} parts.nowMs
 * @param {ReadonlyMap<string, FieldView>|undefined} parts.mine my fields of the pair's record
 * @param {ReadonlyMap<string, FieldView>|undefined} parts.theirs
 * @param {ReadonlyMap<string, FieldView>|undefined} parts.kept my private record of that day, in `me`
 * @returns {Day}
 */
function readDay({ day, nowMs, mine, theirs, kept }) {
  const shared = sharedSide(mine);
  const their = sharedSide(theirs);
  const isOver = isDayOver(day, nowMs);
  const isOpen = shared !== null && their !== null;
  const canSee = isOpen || isOver;
  const keptValues = kept && new Map([...kept].map(([name]) => [name, plainValue(kept, name)]));
  const own = keptValues && typeof keptValues.get('done-at') === 'number' ? unpackSide(keptValues) : null;
  return {
    day,
    mine: own ?? (shared ? sideOf(shared) : null),
    wish: textOf(keptValues?.get('wish'), LIMIT.wish) ?? '',
    isKept: own !== null && shared === null,
    shared,
    theirs: canSee ? their : null,
    guest: their ? null : sharedSide(guestFields(mine)),
    mineOnTheirs: shared ? null : sharedSide(guestFields(theirs)),
    isOpen,
    openedAt: isOpen ? Math.max(shared.sharedAt, their.sharedAt) : null,
    isOver,
    myReply: replyOf(mine),
    theirReply: canSee ? replyOf(theirs) : null,
    myAnswer: textOf(plainValue(mine, 'answer'), LIMIT.answer),
    theirAnswer: canSee ? textOf(plainValue(theirs, 'answer'), LIMIT.answer) : null,
    parked: [...parkedOf(day, mine, true), ...parkedOf(day, theirs, false)],
  };
}

/** @param {SharedSide} shared @returns {Side} */
const sideOf = ({ sky, words, energy, mattered, goodNews, worry }) => ({
  sky,
  words: words ?? [],
  energy,
  mattered: mattered ?? '',
  goodNews,
  worry: worry ?? '',
});

/** @param {string} day @param {ReadonlyMap<string, FieldView>|undefined} fields @param {boolean} isMine @returns {Parked[]} */
function parkedOf(day, fields, isMine) {
  const text = textOf(plainValue(fields, 'parked'), LIMIT.parked);
  return text ? [{ day, text, isMine }] : [];
}

/**
 * Topics parked on earlier days that nobody has closed. Closing is a field of one's own in that day's record, `closed-1` or `closed-2` by the
 * person whose topic it was, so that either person may close either topic.
 * @param {Array<{day: string, byPerson: ReadonlyMap<number, ReadonlyMap<string, FieldView>>}>} records @param {number} me my person number
 * @param {string} today @returns {Parked[]} newest first
 */
function openTopics(records, me, today) {
  const topics = [];
  for (const { day, byPerson } of records) {
    if (day > today) continue;
    for (const [person, fields] of byPerson) {
      const isClosed = [...byPerson.values()].some((each) => plainValue(each, `closed-${person}`) === true);
      // A topic of today shows on the day's page; on its own it would tell that somebody has checked in.
      const isApart = sharedSide(byPerson.get(me)) === null && sharedSide(guestFields(fields)) === null;
      const isSealed = day === today && person !== me && isApart;
      if (!isClosed && !isSealed) topics.push(...parkedOf(day, fields, person === me));
    }
  }
  return topics.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/**
 * The phrase on the horizon, as a message id and its arguments; sky names are looked up by the caller. Theirs first, mine nearest to me.
 * @param {string|null} theirs @param {string|null} mine
 * @returns {{id: string, theirs: string|null, mine: string|null}|null} null: there is no pair of skies
 */
function pairPhrase(theirs, mine) {
  if (!theirs || !mine) return null;
  const unnamed = 'cannot-tell';
  if (theirs === unnamed && mine === unnamed) return { id: 'sky-pair-both-unnamed', theirs: null, mine: null };
  if (theirs === unnamed) return { id: 'sky-pair-theirs-unnamed', theirs: null, mine };
  if (mine === unnamed) return { id: 'sky-pair-mine-unnamed', theirs, mine: null };
  if (theirs === mine) return { id: 'sky-pair-same', theirs, mine };
  return { id: 'sky-pair', theirs, mine };
}

/**
 * The index of a space: its folded records as bytes, on pages by practice and year. Pure; it rests sealed (app/space.js).
 *
 * A record is opened, decoded that is, when somebody asks for it, and not before: five years of records cost a start no more than their bytes. Beside
 * each stand its time, so that lists come newest first without opening what they do not show, and its stance, so that Today opens only what may
 * concern it.
 *
 * page = [[type, practice, year], ids, times, stances, ends, bodies]: ids of 16 bytes, times of 8 and ends of 4, big-endian, newest first
 */

/** Written with another version, an index is made anew from the ops. */
const VERSION = 4;
const ID = 16;
/** awake: something of it may wait for somebody; rests: nothing does; stands: nothing does, and it holds something that was agreed on; due: awake, and a photo of it is still to go. */
const STANCE = Object.freeze({ awake: 0, rests: 1, stands: 2, due: 3 });
/** @type {readonly Stance[]} of which something may wait for somebody */
const AWAKE = Object.freeze([STANCE.awake, STANCE.due]);

/**
 * @typedef {import('./oplog.js').RecordView} RecordView
 * @typedef {{type: string, practice: string, at: number}} Place `at` in ms; of a day, midnight of its label in UTC
 * @typedef {0|1|2|3} Stance
 * @typedef {Place & {id: string, stance: Stance, body: Uint8Array}} IndexRow
 * @typedef {{key: string, type: string, practice: string, count: number, ids: Uint8Array, times: DataView, stances: Uint8Array, ends: DataView, bodies: Uint8Array}} Page
 */

/** @param {string} label of a day @returns {number} ms, the same in every time zone */
const timeOfDay = (label) => Date.parse(`${label}T00:00:00Z`);

/** @param {number} at of a record that belongs to a day @returns {string} the day's label */
const dayOfTime = (at) => new Date(at).toISOString().slice(0, 10);

/** Where a record stands: read from what its writers put into it. @param {RecordView} view @returns {Place} */
function placeOf(view) {
  const place = { type: view.type ?? '', practice: '', at: 0 };
  for (const fields of view.byPerson.values()) {
    const value = (/** @type {string} */ name) => fields.get(name)?.value;
    const [at, , , , , practice] = [value('invite') ?? value('call') ?? []].flat();
    const named = practice ?? value('practice');
    if (typeof named === 'string') place.practice = named;
    const day = value('day');
    const time = value('at') ?? at;
    if (place.at > 0) continue;
    if (at === undefined && typeof day === 'string' && isDayLabel(day)) place.at = timeOfDay(day);
    else place.at = timeOf(time);
  }
  return place;
}

/** @param {Place} place */
const keyOf$1 = ({ type, practice, at }) => JSON.stringify([type, practice, new Date(at).getUTCFullYear()]);

/**
 * Pages that rest in one row: those of this year one by one, since they are written again with each change; those of a year that is past
 * together, since a start reads them all, and each row it opens costs it as much as a hundred kilobytes.
 * @param {Iterable<string>} keys of pages @param {number} year this one, in UTC @returns {string[][]}
 */
function restingTogether(keys, year) {
  /** @type {Map<string|number, string[]>} */ const rows = new Map();
  for (const key of [...keys].sort()) {
    const [, , of] = JSON.parse(key);
    const row = of < year ? of : key;
    rows.set(row, [...(rows.get(row) ?? []), key]);
  }
  return [...rows.values()];
}

/** @param {DataView} view @param {number} i */
const timeAt = (view, i) => view.getUint32(8 * i) * 2 ** 32 + view.getUint32(8 * i + 4);

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @param {Uint8Array} bytes @returns {Page} @throws {CodecError} */
function readPage(bytes) {
  const parts = decode(bytes);
  if (!is.list(parts, 6) || !is.text(parts[0]) || !parts.slice(1).every((part) => is.bin(part))) throw new CodecError();
  const [key, ids, times, stances, ends, bodies] = parts;
  const count = stances.length;
  const [type, practice] = JSON.parse(key);
  const page = { key, type, practice, count, ids, times: viewOf(times), stances, ends: viewOf(ends), bodies };
  if (ids.length !== ID * count || times.length !== 8 * count || ends.length !== 4 * count) throw new CodecError();
  if ((count > 0 ? page.ends.getUint32(4 * (count - 1)) : 0) !== bodies.length) throw new CodecError();
  return page;
}

/** @param {string} key @param {IndexRow[]} rows */
function writePage(key, rows) {
  rows.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const [times, ends] = [new Uint8Array(8 * rows.length), new Uint8Array(4 * rows.length)];
  let end = 0;
  for (const [i, { at, body }] of rows.entries()) {
    end += body.length;
    viewOf(times).setUint32(8 * i, Math.floor(at / 2 ** 32));
    viewOf(times).setUint32(8 * i + 4, at % 2 ** 32);
    viewOf(ends).setUint32(4 * i, end);
  }
  const ids = concat(...rows.map(({ id }) => unhex(id)));
  const stances = Uint8Array.from(rows, ({ stance }) => stance);
  return encode([key, ids, times, stances, ends, concat(...rows.map(({ body }) => body))]);
}

/** Ids are hashes or random: their beginnings tell nearly all apart, and looking them up needs no text made of each. @param {Uint8Array} ids @param {number} i @returns {number} 30 bits, which engines keep in place */
const beginningOf = (ids, i) => {
  const at = ID * i;
  return ((ids[at] ?? 0) << 22) | ((ids[at + 1] ?? 0) << 14) | ((ids[at + 2] ?? 0) << 6) | ((ids[at + 3] ?? 0) >> 2);
};

class RecordIndex {
  /** @type {Map<string, {bytes: Uint8Array, page: Page}>} */ #pages = new Map();
  /** @type {Map<number, number>} beginning of an id -> which of all rows */ #rowOf = new Map();
  /** @type {number[]} rows whose beginning another has */ #doubles = [];
  /** @type {Array<{first: number, page: Page}>} pages by their first row */ #order = [];
  /** @type {Map<string, ReadonlyArray<{id: string, at: number}>>} as they were asked for */ #lists = new Map();

  /** @param {Iterable<Uint8Array>} pages @throws {CodecError} */
  constructor(pages = []) {
    let row = 0;
    for (const bytes of pages) {
      const page = readPage(bytes);
      this.#pages.set(page.key, { bytes, page });
      this.#order.push({ first: row, page });
      for (let i = 0; i < page.count; i += 1, row += 1) {
        const beginning = beginningOf(page.ids, i);
        if (this.#rowOf.has(beginning)) this.#doubles.push(row);
        else this.#rowOf.set(beginning, row);
      }
    }
  }

  /** @param {string} id hex @returns {[Page, number]|undefined} */
  #find(id) {
    const row = this.#rowOf.get(Number.parseInt(id.slice(0, 8), 16) >>> 2);
    if (row === undefined) return undefined;
    return [row, ...this.#doubles].map((each) => this.#at(each)).find(([page, i]) => idAt(page, i) === id);
  }

  /** @param {number} row @returns {[Page, number]} */
  #at(row) {
    const { first, page } = /** @type {{first: number, page: Page}} */ (this.#order.findLast((each) => each.first <= row));
    return [page, row - first];
  }

  /** @param {string} id hex @returns {any[]|null} what `Fold` put there */
  read(id) {
    const found = this.#find(id);
    return found ? decode(bodyAt(...found)) : null;
  }

  /** @param {string} id hex */
  has(id) {
    return this.#find(id) !== undefined;
  }

  /** @param {string} type @param {string} [practice] @param {readonly Stance[]} [stances] all, unless said @returns {ReadonlyArray<{id: string, at: number}>} newest first */
  list(type, practice, stances = Object.values(STANCE)) {
    const key = JSON.stringify([type, practice, stances]);
    const isWanted = (/** @type {Page} */ page, /** @type {number} */ i) => stances.includes(stanceAt(page, i));
    const list = this.#lists.get(key) ?? this.#rows(type, practice, isWanted).sort((a, b) => b.at - a.at);
    this.#lists.set(key, list);
    return list;
  }

  /** @param {string} id hex @returns {Stance|null} null: it is not there */
  stance(id) {
    const found = this.#find(id);
    return found ? stanceAt(...found) : null;
  }

  /** @param {string} type @param {string|undefined} practice @param {(page: Page, i: number) => boolean} isWanted */
  #rows(type, practice, isWanted) {
    const found = [];
    for (const { page } of this.#pages.values()) {
      if (page.type !== type || (practice !== undefined && page.practice !== practice)) continue;
      for (let i = 0; i < page.count; i += 1) if (isWanted(page, i)) found.push({ id: idAt(page, i), at: timeAt(page.times, i) });
    }
    return found;
  }

  /**
   * The pages on which these rows stand, or stood until now, as they are with them.
   * @param {readonly IndexRow[]} rows each record once @returns {Map<string, () => Uint8Array|null>} key -> its bytes, made when asked for; null: nothing is left on it
   */
  changed(rows) {
    /** @type {Map<string, IndexRow[]>} */ const fresh = new Map();
    const ids = new Set(rows.map(({ id }) => id));
    for (const row of rows) {
      const before = this.#find(row.id)?.[0].key;
      if (before && !fresh.has(before)) fresh.set(before, []);
      const key = keyOf$1(row);
      const others = fresh.get(key);
      if (others) others.push(row);
      else fresh.set(key, [row]);
    }
    return new Map(
      [...fresh].map(([key, some]) => [
        key,
        () => {
          const page = this.#pages.get(key)?.page;
          const stay = page ? [...page.stances.keys()].map((i) => rowAt(page, i)).filter(({ id }) => !ids.has(id)) : [];
          return stay.length + some.length > 0 ? writePage(key, [...stay, ...some]) : null;
        },
      ]),
    );
  }

  /** @param {ReadonlyMap<string, Uint8Array|null>} pages by key; null goes @returns {RecordIndex} */
  with(pages) {
    const kept = [...this.#pages].filter(([key]) => !pages.has(key)).map(([, { bytes }]) => bytes);
    return new RecordIndex([...kept, ...[...pages.values()].filter((bytes) => bytes !== null)]);
  }

  /** @returns {Map<string, Uint8Array>} key -> bytes */
  pages() {
    return new Map([...this.#pages].map(([key, { bytes }]) => [key, bytes]));
  }
}

/** @param {Page} page @param {number} i */
const idAt = (page, i) => hex(page.ids.subarray(ID * i, ID * (i + 1)));

/** @param {Page} page @param {number} i @returns {Stance} */
const stanceAt = ({ stances }, i) => /** @type {Stance} */ (stances[i]);

/** @param {Page} page @param {number} i */
const bodyAt = ({ ends, bodies }, i) => bodies.subarray(i > 0 ? ends.getUint32(4 * (i - 1)) : 0, ends.getUint32(4 * i));

/** @param {Page} page @param {number} i @returns {IndexRow} */
function rowAt(page, i) {
  const { type, practice } = page;
  return { type, practice, at: timeAt(page.times, i), id: idAt(page, i), stance: stanceAt(page, i), body: bodyAt(page, i) };
}

/** Padmé lengths (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PETS 2019): at most 12 % more, and few distinct sizes. */

const LEAST = 512;

/** @param {number} length at least 1 @returns {number} the padded length (O2) */
function paddedLength(length) {
  const exponent = Math.floor(Math.log2(length));
  const bits = exponent > 0 ? Math.floor(Math.log2(exponent)) + 1 : 1;
  const unit = 2 ** Math.max(0, exponent - bits);
  return Math.max(LEAST, Math.ceil(length / unit) * unit);
}

/** @param {Uint8Array} message */
function pad(message) {
  const padded = new Uint8Array(paddedLength(message.length + 1));
  padded.set(message);
  padded[message.length] = 0x80;
  return padded;
}

/** @param {Uint8Array} padded @returns {Uint8Array|null} null when it is not the one padding of anything */
function unpad(padded) {
  let end = padded.length - 1;
  while (end > 0 && padded[end] === 0) end -= 1;
  if (padded[end] !== 0x80 || paddedLength(end + 1) !== padded.length) return null;
  return padded.subarray(0, end);
}

/**
 * Blobs: what is too large for an op, sealed in chunks named by their hash (protocol section 11). And photos, which are blobs with a size
 * and words for who does not see them.
 */

/** A chunk without its tag: sealed it has 256 KiB. */
const PIECE = 256 * 1024 - 16;
const MOST_CHUNKS = 64;
/** @type {ReadonlyMap<number, string>} */
const MEDIA = new Map([[1, 'image/jpeg']]);
const JPEG = 1;

/**
 * @typedef {import('./ids.js').Crypto} Crypto
 * @typedef {import('./codec.js').Value} Value
 * @typedef {{media: number, id: Uint8Array, epoch: number, length: number, deleteTag: Uint8Array, names: Uint8Array[]}} Blob
 * @typedef {{blob: Blob, width: number, height: number, words: string}} Photo `words`: what it shows
 * @typedef {{space: Uint8Array, blobsKey: Uint8Array, id: Uint8Array}} Seal `blobsKey`: subkey "blobs" of the blob's epoch
 */

/** What came is not the blob that was named. */
class BlobError extends Error {
  constructor() {
    super('not that blob');
    this.name = 'BlobError';
  }
}

/** @param {Crypto} crypto @param {Seal} seal */
const keyOf = (crypto, { blobsKey, id }) => derive(crypto, blobsKey, 'attune/blob/1', id);

/** @param {number} i */
function nonceOf(i) {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, i);
  return nonce;
}

/** @param {Seal} seal @param {number} i @param {number} count */
const aadOf = ({ space, id }, i, count) => encode(['attune/chunk/1', space, id, i, count]);

/**
 * B1. The same content under the same id gives the same chunks.
 * @param {Crypto} crypto @param {Seal} seal @param {Uint8Array} content
 * @returns {Promise<Array<{name: Uint8Array, bytes: Uint8Array}>>}
 */
async function sealBlob(crypto, seal, content) {
  const padded = pad(content);
  const count = Math.ceil(padded.length / PIECE);
  if (content.length === 0 || count > MOST_CHUNKS) throw new BlobError();
  const key = await keyOf(crypto, seal);
  const chunks = [];
  for (let i = 0; i < count; i += 1) {
    const bytes = await crypto.seal(key, nonceOf(i), aadOf(seal, i, count), padded.subarray(i * PIECE, (i + 1) * PIECE));
    chunks.push({ name: await crypto.sha256(bytes), bytes });
  }
  return chunks;
}

/**
 * B2.
 * @param {Crypto} crypto @param {Omit<Seal, 'id'>} seal @param {Blob} blob @param {readonly Uint8Array[]} chunks in their order
 * @returns {Promise<Uint8Array>} the content @throws {BlobError}
 */
async function openBlob(crypto, seal, blob, chunks) {
  const { id, names, length } = blob;
  if (chunks.length !== names.length) throw new BlobError();
  const key = await keyOf(crypto, { ...seal, id });
  const pieces = [];
  for (const [i, chunk] of chunks.entries()) {
    if (!equal(await crypto.sha256(chunk), /** @type {Uint8Array} */ (names[i]))) throw new BlobError();
    try {
      pieces.push(await crypto.open(key, nonceOf(i), aadOf({ ...seal, id }, i, chunks.length), chunk));
    } catch {
      throw new BlobError();
    }
  }
  if (pieces.slice(0, -1).some((piece) => piece.length !== PIECE)) throw new BlobError();
  const content = unpad(concat(...pieces));
  if (content?.length !== length) throw new BlobError();
  return content;
}

/** B5: what the server keeps of a secret. @param {Crypto} crypto @param {Uint8Array} secret */
const deleteTagOf = (crypto, secret) => hash(crypto, 'attune/blob-delete/1', secret);

/** @param {Blob} blob @returns {Value} as it stands in an op */
const blobValue = ({ media, id, epoch, length, deleteTag, names }) => [media, id, epoch, length, deleteTag, names];

/** @param {Value|undefined} value @returns {Blob|null} null: no blob, or one of a medium this release does not know */
function readBlob(value) {
  if (!is.list(value) || value.length !== 6) return null;
  const [media, id, epoch, length, deleteTag, names] = value;
  const isWhole =
    is.uint(media) && MEDIA.has(media) && is.bin(id, 16) && is.uint(epoch) && is.uint(length) && length > 0 &&
    is.bin(deleteTag, 32) && is.bins(names, 32) && names.length > 0 && names.length <= MOST_CHUNKS; // biome-ignore format: one table
  return isWhole ? { media, id, epoch, length, deleteTag, names } : null;
}

/** @param {Photo} photo @returns {Value} */
const photoValue = ({ blob, width, height, words }) => [blobValue(blob), width, height, words.toWellFormed()];

/** @param {Value|undefined} value @returns {Photo|null} */
function readPhoto(value) {
  if (!is.list(value) || value.length !== 4) return null;
  const [described, width, height, words] = value;
  const blob = readBlob(described);
  return blob && is.uint(width) && is.uint(height) && is.text(words) ? { blob, width, height, words } : null;
}

/** A photo that stands in a field, as one that may stay there or change. @param {Photo|null|undefined} photo @returns {{id: string, width: number, height: number, words: string}|null} */
const pictureOf = (photo) =>
  photo ? { id: hex(photo.blob.id), width: photo.width, height: photo.height, words: photo.words } : null;

/**
 * The journal: pages for me, in my `me`, and pages for us, in the pair's space. A page is a record of type `entry` with its writer's fields.
 */

const TYPE$1 = 'entry';
const TEXT_CHARS = 16_000; // UTF-8 of any script stays below the 64 KiB of an op
const TITLE_CHARS = 120;
/** What a photo shows. */
const WORDS_CHARS = 300;

/**
 * @typedef {object} Page
 * @property {string} id hex @property {'me'|'us'} audience @property {string} title @property {string} text @property {number} at ms
 * @property {'me'|'them'} by @property {string[]} alsoWritten @property {string[]} earlier texts it had before @property {boolean} withdrawn @property {boolean} isReadOnly
 * @property {string} pair space hex of a page for us, empty for me
 * @property {import('../core/blob.js').Photo|null} photo @property {boolean} isPhotoNewer there is one that only a newer release can show
 * @property {import('./photos.js').Place} place of its photo
 *
 * @typedef {import('./photos.js').WordedPicture|null} PictureChange null: without one; the one it has already, or one in a draft
 */

const PHOTO = 'photo';

/** @param {import('./space.js').Space} space @param {import('../core/oplog.js').RecordView} record @param {number} person @param {Pick<Page, 'audience'|'by'|'pair'>} where @returns {Page|null} */
function pageOf(space, record, person, where) {
  const fields = record.byPerson.get(person);
  const text = fields?.get('text');
  const at = fields?.get('at')?.value;
  if (!fields || !text) return null;
  const photo = readPhoto(fields.get(PHOTO)?.value);
  const words = (/** @type {any} */ value) => (typeof value === 'string' ? value : '');
  return {
    ...where,
    id: record.id,
    title: words(fields.get('title')?.value),
    text: words(text.value),
    at: timeOf(at),
    alsoWritten: text.alsoWritten.map(words).filter((other) => other !== ''),
    earlier: text.isWithdrawn ? [] : text.earlier.map(words).filter((other) => other !== ''),
    withdrawn: text.isWithdrawn,
    isReadOnly: record.isReadOnly,
    photo,
    isPhotoNewer: photo === null && (fields.get(PHOTO)?.value ?? null) !== null,
    place: { space: space.name, record: record.id, person, field: PHOTO },
  };
}

class Journal {
  #me;
  #pair;
  #crypto;
  #now;
  #photos;

  /**
   * @param {object} parts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair the pair in use
   * @param {import('../core/ids.js').Crypto} parts.crypto @param {() => number} parts.now
   * @param {() => import('./photos.js').Photos} parts.photos
   */
  constructor({ me, pair, crypto, now, photos }) {
    this.#me = me;
    this.#pair = pair;
    this.#crypto = crypto;
    this.#now = now;
    this.#photos = photos;
  }

  /** @param {'all'|'me'|'us'} [filter] @returns {Page[]} newest first */
  list(filter = 'all') {
    return [...this.newest(filter)].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }

  /** Each opened when it is asked for. @param {'all'|'me'|'us'} [filter] @returns {Generator<Page>} newest first */
  *newest(filter = 'all') {
    const me = filter === 'us' ? [] : (this.#me()?.places(TYPE$1) ?? []);
    const us = filter === 'me' ? [] : (this.#pair()?.places(TYPE$1) ?? []);
    for (const { id } of [...me, ...us].sort((a, b) => b.at - a.at)) yield* this.#pages(id);
  }

  /** @param {string} id hex @returns {Page|null} */
  get(id) {
    return this.#pages(id)[0] ?? null;
  }

  /** @param {string} id hex @returns {Page[]} of either of the two */
  #pages(id) {
    const [me, us] = [this.#me(), this.#pair()];
    const own = me?.record(id);
    const page = me && own?.type === TYPE$1 ? pageOf(me, own, me.person, { audience: 'me', by: 'me', pair: '' }) : null;
    const shared = us?.record(id);
    const pages =
      !us || shared?.type !== TYPE$1
        ? []
        : [...shared.byPerson.keys()].map((person) =>
            pageOf(us, shared, person, { audience: 'us', by: person === us.person ? 'me' : 'them', pair: us.name }),
          );
    return [page?.withdrawn ? null : page, ...pages].filter((each) => each !== null);
  }

  /**
   * Keeps a page for me alone.
   * @param {{id?: string|undefined, title: string, text: string, picture?: PictureChange}} page without an id: a new one
   * @returns {Promise<string>} its id
   */
  async save({ id, title, text, picture = null }) {
    const me = this.#me();
    if (!me) throw new Error('no place to write yet');
    const record = id ?? newId(this.#crypto);
    const photo = await this.#photoField(me, record, id ? this.get(id) : null, picture);
    await me.write(record, TYPE$1, [...pageFields(title, text), ...photo, ...(id ? [] : [timeField(this.#now())])]);
    return record;
  }

  /**
   * Shares a page. A page that was mine alone becomes a new page for us, and the private one is taken away.
   * @param {{id?: string|undefined, title: string, text: string, picture?: PictureChange}} page
   * @returns {Promise<string>} its id
   */
  async share({ id, title, text, picture = null }) {
    const us = this.#pair();
    if (!us) throw new Error('nobody to share with');
    const before = id ? this.get(id) : null;
    const record = before?.audience === 'us' ? before.id : newId(this.#crypto);
    const photo = await this.#photoField(us, record, before?.audience === 'us' ? before : null, picture);
    await us.write(record, TYPE$1, [
      ...pageFields(title, text),
      ...photo,
      ...(before?.audience === 'us' ? [] : [timeField(before?.at ?? this.#now())]),
    ]);
    if (before?.audience === 'me') await this.#me()?.withdraw(before.id, TYPE$1, fieldsOf(before));
    return record;
  }

  /** Takes a shared page back with a plain mark, or a private one away. @param {string} id */
  async withdraw(id) {
    const page = this.get(id);
    const space = page?.audience === 'me' ? this.#me() : this.#pair();
    if (page?.by === 'me') await space?.withdraw(id, TYPE$1, fieldsOf(page));
  }

  /**
   * What a write says of the page's photo: nothing while it stays as it is.
   * @param {import('./space.js').Space} space @param {string} record @param {Page|null} before the page that is written again @param {PictureChange} picture
   * @returns {Promise<Array<[string, import('../core/codec.js').Value]>>}
   */
  async #photoField(space, record, before, picture) {
    const worded = picture && { ...picture, words: clip(picture.words, WORDS_CHARS) };
    if (!worded && !before?.photo) return [];
    const value = await this.#photos().named(space, before?.photo ?? null, worded, { record, field: PHOTO });
    return value === undefined ? [] : [[PHOTO, value]];
  }
}

/** @param {Page} page */
const fieldsOf = ({ photo, isPhotoNewer }) => ['title', 'text', ...(photo || isPhotoNewer ? [PHOTO] : [])];

/** @param {string} title @param {string} text @returns {Array<[string, string]>} */
const pageFields = (title, text) => [
  ['title', clip(title, TITLE_CHARS)],
  ['text', clip(text, TEXT_CHARS)],
];

/** @param {number} ms @returns {[string, number]} */
const timeField = (ms) => ['at', ms];

/** Whole characters, and no lone surrogates. @param {string} text @param {number} most */
function clip(text, most) {
  const whole = text.toWellFormed();
  return whole.length <= most ? whole : [...whole].slice(0, most).join('').slice(0, most).toWellFormed();
}

/** @param {import('../core/ids.js').Crypto} crypto */
const newId = (crypto) => hex(crypto.random(16));

/**
 * The daily check-ins of a pair: reads days out of records, writes what a person keeps and shares.
 */

/**
 * @typedef {import('../core/check-in.js').Side} Side
 * @typedef {import('../core/check-in.js').Line} Line
 * @typedef {import('../core/check-in.js').Day} Day
 */

/** The type of a private side, in `me`. */
const KEPT = 'check-in-kept';

class CheckIns {
  #me;
  #pair;
  #now;
  /** @type {Map<string, {us: string, kept: string}>} record ids by space and day */ #ids = new Map();

  /**
   * @param {object} parts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair @param {() => number} parts.now
   */
  constructor({ me, pair, now }) {
    this.#me = me;
    this.#pair = pair;
    this.#now = now;
  }

  /** Record ids are hashes, and hashing waits: call before reading a day that has no record yet. @param {string} day */
  async prepare(day) {
    const us = this.#pair();
    const me = this.#me();
    const key = `${us?.name ?? ''}/${day}`;
    const known = this.#ids.get(key);
    if (known) return known;
    const ids = {
      us: us ? await us.meetAt(PRACTICE, 0, day, '') : '',
      kept: me ? await me.meetAt(PRACTICE, 1, day, us?.name ?? '') : '',
    };
    this.#ids.set(key, ids);
    return ids;
  }

  /** @param {string} day prepared @returns {Day} */
  day(day) {
    const us = this.#pair();
    const ids = this.#ids.get(`${us?.name ?? ''}/${day}`);
    const record = us && ids ? us.record(ids.us) : null;
    const kept = ids ? this.#me()?.record(ids.kept)?.byPerson.get(1) : undefined;
    const person = us?.person ?? 1;
    return readDay({ day, nowMs: this.#now(), mine: record?.byPerson.get(person), theirs: record?.byPerson.get(3 - person), kept });
  }

  /**
   * What they shared, also when I shared nothing: for a session of both that has come to the skies, and for nothing else.
   * @param {string} day prepared @returns {import('../core/check-in.js').SharedSide|null}
   */
  theirsInSession(day) {
    const us = this.#pair();
    const ids = this.#ids.get(`${us?.name ?? ''}/${day}`);
    return us && ids ? sharedSide(us.record(ids.us)?.byPerson.get(3 - us.person)) : null;
  }

  /** @param {number} [most] @returns {Promise<string[]>} labels of days with anything of mine or, once it may be seen, of theirs; newest first */
  async days(most = Infinity) {
    const places = [...(this.#pair()?.places(TYPE$2) ?? []), ...(this.#me()?.places(KEPT) ?? [])];
    const times = [...new Set(places.map(({ at }) => at))].sort((a, b) => b - a);
    const days = [];
    let before = '';
    for (const time of times) {
      if (days.length >= most) break;
      const day = dayOfTime(time);
      if (day === before) continue; // no release of ours writes another time of the same day
      before = day;
      await this.prepare(day);
      const { mine, theirs } = this.day(day);
      if (mine !== null || theirs !== null) days.push(day);
    }
    return days;
  }

  /** Keeps a side on this phone alone, sealed in `me`. @param {string} day @param {Side} side @param {string} [wish] what one would like to hear, alone */
  async keep(day, side, wish) {
    const { kept } = await this.prepare(day);
    await this.#me()?.write(kept, KEPT, [
      ...packSide(trimmed(side)),
      ['day', day],
      ['done-at', this.#now()],
      ['pair', this.#pair()?.name ?? ''],
      ...(wish === undefined ? [] : [/** @type {[string, string]} */ (['wish', clip(wish.trim(), LIMIT.wish)])]),
    ]);
  }

  /** Keeps the whole side and shares the chosen lines of it, and no others. @param {string} day @param {Side} side @param {readonly Line[]} lines at least one */
  async share(day, side, lines) {
    await this.keep(day, side);
    const us = this.#pair();
    if (!us) throw new Error('nobody to share with');
    const { us: record } = await this.prepare(day);
    const before = this.day(day).shared;
    await this.#takeBackAll(
      day,
      LINES.filter((line) => before && before[line] !== null && !lines.includes(line)),
    );
    await us.write(record, TYPE$2, [...shareFields(trimmed(side), lines, before?.sharedAt ?? this.#now()), ['day', day]]);
  }

  /** Keeps the whole side for oneself; what was shared of it before is taken back. @param {string} day @param {Side} side */
  async shareNothing(day, side) {
    await this.keep(day, side);
    const { shared, isOpen, isOver } = this.day(day);
    if (!shared) return;
    await this.#takeBackAll(
      day,
      LINES.filter((line) => shared[line] !== null),
    );
    // While sealed it is as if nothing had been shared; once open, whoever saw the other's side stays in it.
    if (!isOpen && !isOver) await this.#withdraw(day, ['shared-at']);
  }

  /**
   * One phone for two: the guest's shared lines are fields of this phone's owner, labelled as the guest's; nothing else of them is kept.
   * @param {string} day @param {Side} side @param {readonly Line[]} lines
   */
  async shareForGuest(day, side, lines) {
    const { us: record } = await this.prepare(day);
    const fields = shareFields(trimmed(side), lines, this.#now()).map(
      ([name, value]) => /** @type {[string, any]} */ ([`guest-${name}`, value]),
    );
    await this.#pair()?.write(record, TYPE$2, [...fields, ['day', day]]);
  }

  /** "Keep as mine": lines I shared on the other's phone become my own. @param {string} day */
  async keepGuestLines(day) {
    const { mineOnTheirs } = this.day(day);
    if (!mineOnTheirs) return;
    const lines = LINES.filter((line) => mineOnTheirs[line] !== null);
    await this.share(day, { ...EMPTY_SIDE, ...sideOf(mineOnTheirs) }, lines);
  }

  /** @param {string} day @param {Line} line shared before */
  async takeBack(day, line) {
    await this.#takeBackAll(day, [line]);
  }

  /** @param {string} day @param {readonly Line[]} lines */
  async #takeBackAll(day, lines) {
    if (lines.length > 0) await this.#withdraw(day, lines.includes('mattered') ? [...lines, 'good-news'] : lines);
  }

  /** @param {string} day @param {readonly string[]} names of fields */
  async #withdraw(day, names) {
    const { us: record } = await this.prepare(day);
    await this.#pair()?.withdraw(record, TYPE$2, [...names]);
  }

  /** @param {string} day @param {{heard: string, question: string}} reply */
  async reply(day, { heard, question }) {
    const { us: record } = await this.prepare(day);
    await this.#pair()?.write(record, TYPE$2, [
      ['heard', clip(heard.trim(), LIMIT.heard)],
      ['question', clip(question.trim(), LIMIT.question)],
      ['replied-at', this.#now()],
      ['day', day],
    ]);
  }

  /** @param {string} day @param {string} text empty: left open */
  async answer(day, text) {
    const { us: record } = await this.prepare(day);
    await this.#pair()?.write(record, TYPE$2, [
      ['answer', clip(text.trim(), LIMIT.answer)],
      ['day', day],
    ]);
  }

  /** @param {string} day @param {string} text shared: the screen says so */
  async park(day, text) {
    const { us: record } = await this.prepare(day);
    await this.#pair()?.write(record, TYPE$2, [
      ['parked', clip(text.trim(), LIMIT.parked)],
      ['day', day],
    ]);
  }

  /** @returns {import('../core/check-in.js').Parked[]} topics parked on earlier days, newest first */
  topics() {
    const us = this.#pair();
    if (!us) return [];
    const records = us.awake(TYPE$2).flatMap((record) => {
      const labels = new Set();
      for (const fields of record.byPerson.values()) add(labels, fields.get('day')?.value);
      return [...labels].map((day) => ({ day, byPerson: record.byPerson }));
    });
    return openTopics(records, us.person, dayLabel(this.#now()));
  }

  /** @param {{day: string, isMine: boolean}} topic */
  async putAway({ day, isMine }) {
    const us = this.#pair();
    if (!us) return;
    const { us: record } = await this.prepare(day);
    await us.write(record, TYPE$2, [
      [`closed-${isMine ? us.person : 3 - us.person}`, true],
      ['day', day],
    ]);
  }
}

/** @param {Set<string>} labels @param {unknown} label */
function add(labels, label) {
  if (typeof label === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(label)) labels.add(label);
}

/** @param {Side} side */
function trimmed(side) {
  const words = side.words.map((word) => ({ ...word, text: clip(word.text.trim(), 40) }));
  return {
    ...EMPTY_SIDE,
    ...side,
    words,
    mattered: clip(side.mattered.trim(), LIMIT.mattered),
    worry: clip(side.worry.trim(), LIMIT.worry),
  };
}

/**
 * Words being typed. They are in memory at once and sealed on the phone a moment later, so that a reload, a crash, an update or a
 * second tab finds them again. A draft whose write fails stays in memory and is tried again.
 */

const PAUSE_MS = 250;
const RETRY_MS = 2_000;

/** @typedef {import('../core/codec.js').Value} Value */

class Drafts {
  #vault;
  #world;
  #onTrouble;
  #onWritten;
  /** @type {Map<string, Value>} */ #values = new Map();
  /** @type {Set<string>} */ #dirty = new Set();
  /** @type {Map<string, number>} how often this tab has set a draft */ #turns = new Map();
  /** @type {number|undefined} */ #timer;
  /** @type {Promise<void>} */ #writing = Promise.resolve();

  /**
   * @param {import('./vault.js').Vault} vault
   * @param {{setTimer: (callback: () => void, ms: number) => number, clearTimer: (id: number) => void}} world
   * @param {(error: unknown) => void} onTrouble told once per failed write; the words stay in memory
   * @param {() => void} [onWritten] other tabs are to read again
   */
  constructor(vault, world, onTrouble, onWritten = () => {}) {
    this.#vault = vault;
    this.#world = world;
    this.#onTrouble = onTrouble;
    this.#onWritten = onWritten;
  }

  /** Reads every draft; call once at start, and again when another tab wrote one. Words this tab has not written yet, or sets meanwhile, win. */
  async load() {
    const turns = new Map(this.#turns);
    // One that does not open stays where it is and keeps nobody from the others.
    const rows = new Map(await this.#vault.list('draft/', () => {}));
    for (const key of new Set([...rows.keys(), ...this.#values.keys()])) {
      const isOwn = this.#dirty.has(key) || this.#turns.get(key) !== turns.get(key);
      if (!isOwn && !sameBytes(rows.get(key) ?? null, this.#values.get(key) ?? null)) this.#values.set(key, rows.get(key) ?? null);
    }
  }

  /** @param {string} key @returns {any} the draft, undefined when there is none */
  get(key) {
    const value = this.#values.get(key);
    return value === null ? undefined : value;
  }

  /** @returns {string[]} */
  keys() {
    return [...this.#values].filter(([, value]) => value !== null).map(([key]) => key);
  }

  /** @param {string} key @param {Value} value null clears */
  set(key, value) {
    this.#values.set(key, wellFormed(value));
    this.#dirty.add(key);
    this.#turns.set(key, (this.#turns.get(key) ?? 0) + 1);
    this.#world.clearTimer(this.#timer ?? 0);
    this.#timer = this.#world.setTimer(() => void this.flush(), PAUSE_MS);
  }

  /** @param {string} key */
  async clear(key) {
    this.set(key, null);
    await this.flush();
  }

  /** Writes what is not written yet; also called when the page is hidden. */
  flush() {
    this.#world.clearTimer(this.#timer ?? 0);
    this.#writing = this.#writing.then(async () => {
      const keys = [...this.#dirty];
      for (const key of keys) {
        const value = this.#values.get(key) ?? null;
        try {
          if (value === null) await this.#vault.remove(`draft/${key}`);
          else await this.#vault.put(`draft/${key}`, value);
          if ((this.#values.get(key) ?? null) === value) this.#dirty.delete(key);
        } catch (error) {
          this.#onTrouble(error);
          this.#timer = this.#world.setTimer(() => void this.flush(), RETRY_MS);
          return;
        }
      }
      if (keys.length > 0) this.#onWritten();
    });
    return this.#writing;
  }
}

/** Half of a character cannot be written, and would keep every other draft waiting. @param {Value} value @returns {Value} */
function wellFormed(value) {
  if (typeof value === 'string') return value.toWellFormed();
  return Array.isArray(value) ? value.map(wellFormed) : value;
}

/** @param {Value} a @param {Value} b */
const sameBytes = (a, b) => equal(encode(a), encode(b));

/**
 * What a person says of themselves in a pair's space: a record of type `person` with fields only they write.
 */

const TYPE = 'person';

/**
 * @typedef {'partner'|'friend'|'family'} Relationship what the other is to this person
 * @typedef {{person: number, name: string, relationship: Relationship, release: string|null}} Person
 */

/** @param {number} number 1 partner, 2 friend, 3 family @returns {Relationship} */
const relationshipOf = (number) => /** @type {Relationship} */ (RELATIONSHIPS[number - 1] ?? 'friend');

/**
 * @param {import('./space.js').Space} space @param {number} person @param {string} record hex
 * @param {{name: string, relationship: Relationship}} said while pairing; stands until the record is here
 * @returns {Person}
 */
function readPerson(space, person, record, said) {
  const fields = space.record(record)?.byPerson.get(person);
  const name = fields?.get('name')?.value;
  const relationship = fields?.get('relationship')?.value;
  const release = fields?.get('release')?.value;
  return {
    person,
    name: plainName(name) || plainName(said.name) || '?',
    relationship: typeof relationship === 'number' ? relationshipOf(relationship) : said.relationship,
    release: typeof release === 'string' ? release : null,
  };
}

/**
 * How this phone behaves. Kept sealed on this phone only; never sent anywhere.
 */
const DEFAULTS = Object.freeze({
  sound: false,
  vibration: false,
  theme: 'system',
  timers: 'usual',
  eyeContact: true,
  kindWords: false,
  stoneAMonth: true,
  stoneFirst: false,
});

/** @typedef {{sound: boolean, vibration: boolean, theme: 'system'|'light'|'dark', timers: 'short'|'usual'|'long'|'none', eyeContact: boolean, kindWords: boolean, stoneAMonth: boolean, stoneFirst: boolean}} PreferenceValues */

const CHOICES = /** @type {Record<string, readonly unknown[]>} */ ({
  sound: [true, false],
  vibration: [true, false],
  theme: ['system', 'light', 'dark'],
  timers: ['short', 'usual', 'long', 'none'],
  eyeContact: [true, false],
  kindWords: [true, false],
  stoneAMonth: [true, false],
  stoneFirst: [true, false],
});

class Preferences {
  #vault;
  /** @type {PreferenceValues} */ values = { .../** @type {PreferenceValues} */ (DEFAULTS) };

  /** @param {import('./vault.js').Vault} vault */
  constructor(vault) {
    this.#vault = vault;
  }

  async load() {
    for (const [key, value] of (await this.#vault.get('preferences')) ?? [])
      if (CHOICES[key]?.includes(value)) Object.assign(this.values, { [key]: value });
  }

  /** @param {keyof PreferenceValues} key @param {any} value an unknown key or value is refused */
  async set(key, value) {
    if (!CHOICES[key]?.includes(value)) throw new TypeError(`no such preference: ${key}`);
    Object.assign(this.values, { [key]: value });
    await this.#vault.put('preferences', Object.entries(this.values));
  }
}

/**
 * Keys are used once before anything rests on them: sign and verify, wrap and open.
 * @param {import('../core/ids.js').Crypto} crypto @param {import('../core/chain.js').DeviceKeys} keys
 * @throws {Error} this browser computes something else
 */
async function selfTest(crypto, keys) {
  const probe = crypto.random(32);
  const signature = await crypto.sign(keys.signSeed, probe);
  const isSigned = (await crypto.isValidSigningKey(keys.signPk)) && (await crypto.verify(keys.signPk, probe, signature));
  const opened = await crypto.hpkeOpen(keys.kemSeed, probe, await crypto.hpkeSeal(keys.kemPk, probe, probe));
  if (!isSigned || !equal(opened, probe)) throw new Error('key self-test failed');
}

/**
 * The application: what this phone has, and what a person can do with it. Screens read it synchronously and hear `change` when
 * anything moved; every write resolves when it is durable on this phone.
 */

/**
 * @typedef {import('./space.js').Space} Space
 * @typedef {import('./sync-client.js').SyncClient} SyncClient
 * @typedef {import('./person.js').Person} Person
 * @typedef {import('./sync-client.js').World & {now: () => number, origin: string, syncUrl: string, databaseName: string} & import('./photos.js').PhotoWorld} World
 * @typedef {object} Pair
 * @property {string} id space hex @property {Person} me @property {Person} them @property {number} pairedAt ms
 * @property {boolean} isCurrent
 * @typedef {{state: 'here'|'connecting'|'synced'|'offline'|'stopped', waiting: number, message: string|null}} SyncView
 */

const SELF = 'self';
const LOAD_AGAIN_MS = 5_000;

/** Somebody who has not begun has no space: the first screen does without. */
const spaces = () => import('./today.js').then(n => n.space);
/** After so long without a change the index is brought up to now. */
const CALM_MS = 3_000;
/** So many take a slow phone a few hundredths of a second. */
const READ_AT_ONCE = 32;

class Attune {
  #parts;
  changes = new EventTarget();
  /** @type {'full'|'lost'|'refused'|'newer'|'unknown'|null} */ trouble = null;

  #vault;
  #crypto;
  #world;
  #tabs;
  /** @type {Space|null} */ #me = null;
  /** @type {Promise<void>|null} */ #beginning = null;
  /** @type {Map<string, {space: Space, pairedAt: number, said: {mine: {name: string, relationship: number}, theirs: {name: string, relationship: number}}, records: Map<number, string>}>} */ #pairs =
    new Map();
  /** @type {string|null} */ #current = null;
  /** @type {Map<string, SyncClient>} */ #clients = new Map();
  /** @type {string} */ #selfRecord = '';
  #pendingChange = false;
  /** @type {Set<(space: string, bytes: Uint8Array) => void>} */ #whisperListeners = new Set();

  /**
   * Use `openAttune`.
   * @param {{vault: import('./vault.js').Vault, crypto: import('../core/ids.js').Crypto, world: World, joinTabs: typeof import('../io/tabs.js').joinTabs}} parts
   */
  constructor({ vault, crypto, world, joinTabs }) {
    this.#vault = vault;
    this.#crypto = crypto;
    this.#world = world;
    this.drafts = new Drafts(
      vault,
      world,
      (error) => this.#trouble(error),
      () => this.#tabs.tell({ type: 'drafts' }),
    );
    this.preferencesStore = new Preferences(vault);
    this.#parts = { me: () => this.#me, pair: () => this.currentSpace, crypto, now: world.now, photos: () => this.photos };
    this.journal = new Journal(this.#parts);
    this.checkIns = new CheckIns(this.#parts);
    this.#tabs = joinTabs(world.databaseName, { onLead: () => this.#lead(), onMessage: (message) => void this.#heardTab(message) });
  }

  // ---- start

  async load() {
    await Promise.all([this.drafts.load(), this.preferencesStore.load(), this.#loadSpaces()]);
    await this.checkIns.prepare(this.today());
    this.#watchDay();
    if (this.#tabs.isLeader()) this.#lead();
    else this.#tabs.tell({ type: 'ask' });
    if (this.#me) await Promise.all([this.preparePairing(), this.prepareLive(), this.preparePhotos()]);
    this.#keepIndexSoon();
  }

  /** The index follows what is folded, when nothing has moved for a while: it is never needed, only fast (Space.keepIndex). */
  #keepIndexSoon() {
    this.#world.clearTimer(/** @type {number} */ (this.#calming));
    this.#calming = this.#world.setTimer(() => {
      this.#indexing = this.#indexing.then(() => this.#keepIndex()).catch(() => {});
    }, CALM_MS);
  }

  async #keepIndex() {
    if (!this.#tabs.isLeader() || !this.stanceOf || !this.photos) return;
    await this.photos.load();
    const year = new Date(this.#world.now()).getUTCFullYear();
    for (const space of [this.#me, this.currentSpace]) await space?.keepIndex(this.stanceOf, year, () => this.#pause());
  }

  /** Opens records piece by piece, before a screen asks for all of them at once. @param {readonly string[]} types */
  async read(types) {
    let before = this.opened;
    for (const space of this.#spaces)
      for (const { id } of types.flatMap((type) => space.places(type))) {
        space.record(id);
        if (this.opened - before < READ_AT_ONCE) continue;
        before = this.opened;
        await this.#pause();
      }
  }

  #pause() {
    return new Promise((resolve) => this.#world.setTimer(() => resolve(undefined), 0));
  }

  /** How many records were opened since the start. */
  get opened() {
    return this.#spaces.reduce((sum, { opened }) => sum + opened, 0);
  }

  /** @returns {Space[]} */
  get #spaces() {
    return [...(this.#me ? [this.#me] : []), ...[...this.#pairs.values()].map(({ space }) => space)];
  }

  /** @type {import('./pairing.js').PairingFlow} after `preparePairing` */
  pairing = /** @type {any} */ (null);
  /** @type {Promise<void>|null} */ #pairingReady = null;

  /** Loads what pairing needs, once. A first start goes without it. */
  preparePairing() {
    this.#pairingReady ??= import('./today.js').then(n => n.pairing).then(({ PairingFlow }) => {
      this.pairing = new PairingFlow({
        vault: this.#vault,
        crypto: this.#crypto,
        world: this.#world,
        alone: (step) => this.#tabs.alone(step),
        events: {
          onChange: () => this.changed(),
          onKept: () => this.#tabs.tell({ type: 'pairing' }),
          onPaired: (paired) => this.#paired(paired),
        },
      });
      return this.pairing.resume();
    });
    return this.#pairingReady;
  }

  /** @type {import('./live.js').LiveSession} after `prepareLive` */
  live = /** @type {any} */ (null);
  /** @type {import('./sessions.js').Sessions} after `prepareLive` */
  sessions = /** @type {any} */ (null);
  /** @type {import('./decks.js').Decks} after `prepareLive` */
  decks = /** @type {any} */ (null);
  /** @type {import('./pauses.js').Pauses} after `prepareLive` */
  pauses = /** @type {any} */ (null);
  /** @type {import('./entries.js').Entries} after `prepareLive` */
  entries = /** @type {any} */ (null);
  /** @type {import('./acts.js').Acts} after `prepareLive` */
  acts = /** @type {any} */ (null);
  /** @type {import('./inventory.js').Inventory} after `prepareLive` */
  inventory = /** @type {any} */ (null);
  /** @type {import('./revisits.js').Revisits} after `prepareLive` */
  revisits = /** @type {any} */ (null);
  /** @type {import('./moments.js').Moments} after `prepareLive` */
  moments = /** @type {any} */ (null);
  /** @type {import('./retreats.js').Retreats} after `prepareLive` */
  retreats = /** @type {any} */ (null);
  /** @type {import('./values.js').Values} after `prepareLive` */
  values = /** @type {any} */ (null);
  /** @type {import('./thanks.js').Thanks} after `prepareLive` */
  thanks = /** @type {any} */ (null);
  /** @type {import('./wishes.js').Wishes} after `prepareLive` */
  wishes = /** @type {any} */ (null);
  /** @type {import('./memories.js').Memories} after `prepareLive` */
  memories = /** @type {any} */ (null);
  /** @type {import('./offers.js').Offers} after `prepareLive` */
  offers = /** @type {any} */ (null);
  /** @type {import('./requests.js').Requests} after `prepareLive` */
  requests = /** @type {any} */ (null);
  /** @type {(view: import('../core/oplog.js').RecordView) => import('../core/record-index.js').Stance} after `prepareLive` */
  stanceOf = /** @type {any} */ (null);
  /** @type {Promise<void>|null} */ #liveReady = null;
  /** @type {number|undefined} */ #calming;
  /** @type {Promise<void>} */ #indexing = Promise.resolve();

  /** Loads what practising together needs, once. A first start goes without it. */
  prepareLive() {
    this.#liveReady ??= import('./today.js').then(n => n.together).then(({ together }) => {
      Object.assign(this, together({ attune: this, world: this.#world, vault: this.#vault, parts: this.#parts }));
      this.changes.addEventListener('change', () => {
        if (this.canSend && this.requests.waiting().length > 0) void this.attempt(() => this.requests.travel());
      });
      return this.live.resume().then(() => (this.live.session ? undefined : this.moments.settle()));
    });
    return this.#liveReady;
  }

  /**
   * What a practice goes on from: `dealt` is for both phones alike, `given` is this person's own.
   * @param {string} practice id @param {string} mode alone, what was before is begun anew; on one phone nothing of one's own is brought
   * @returns {{dealt: Record<string, string[]>, given: Record<string, import('../core/practice.js').FieldValue>}}
   */
  brings(practice, mode) {
    const isTogether = mode === 'live' || mode === 'own-time';
    return {
      dealt:
        practice === 'weekly-retreat'
          ? this.retreats.dealt()
          : practice === 'memory-map'
            ? this.memories.dealt()
            : practice === 'praise-plus-together'
              ? { repeats: this.sessions.repeats() }
              : {},
      given: !isTogether
        ? {}
        : practice === 'values-alignment'
          ? this.values.given()
          : practice === 'growth-revisit'
            ? this.revisits.given()
            : practice === 'pause-in-conflict' && mode === 'live'
              ? this.pauses.given()
              : {},
    };
  }

  /** @param {string} id of something dealt @returns {string|null} in the words of whoever wrote it */
  textOf(id) {
    return this.retreats.textOf(id) ?? this.memories.dealtStone(id)?.title ?? this.sessions.ideaOf(id);
  }

  /** @type {import('./photos.js').Photos} after `preparePhotos` */
  photos = /** @type {any} */ (null);
  /** @type {Promise<void>|null} */ #photosReady = null;

  /** Loads what photos need, once. A first start goes without it. */
  preparePhotos() {
    this.#photosReady ??= import('./today.js').then(n => n.photos).then(({ Photos }) => {
      this.photos = new Photos({
        vault: this.#vault,
        crypto: this.#crypto,
        world: this.#world,
        me: () => this.#me,
        space: (name) => this.#spaceNamed(name) ?? null,
        spaces: () => this.#spaces,
        isLeader: () => this.#tabs.isLeader(),
        wantPass: async (space) => (await this.#clients.get(space)?.wantPass()) ?? null,
        tell: (message) => this.#tabs.tell(message),
        drafts: () => this.drafts.keys().map((key) => this.drafts.get(key) ?? null),
        onChange: () => this.changed(),
      });
      this.photos.look();
    });
    return this.#photosReady;
  }

  async #loadSpaces() {
    const [me, pairs, chosen] = await Promise.all([this.#vault.get('me'), this.#vault.list('pair/'), this.#vault.get('current-pair')]);
    await Promise.all([
      ...(me && !this.#me ? [this.#addMe(me)] : []),
      ...pairs.flatMap(([id, [pairedAt, mine, theirs]]) => (this.#pairs.has(id) ? [] : [this.#addPair(id, pairedAt, mine, theirs)])),
    ]);
    const newest = [...this.#pairs].sort(([, a], [, b]) => b.pairedAt - a.pairedAt)[0]?.[0] ?? null;
    this.#current = chosen && this.#pairs.has(chosen) ? chosen : newest;
    this.#shareSecret();
  }

  /** @param {string} id */
  async #addMe(id) {
    for (const part of [import('./today.js').then(n => n.together), import('./today.js').then(n => n.photos), import('./today.js').then(n => n.pairing)]) part.catch(() => {}); // they come meanwhile
    const me = await (await spaces()).loadSpace(this.#vault, this.#crypto, id);
    this.#selfRecord = await me.meetAt(SELF, 1, '', '');
    this.#me = me;
    this.#attach(me);
  }

  /** @param {string} id @param {number} pairedAt @param {[string, number]} mine @param {[string, number]} theirs */
  async #addPair(id, pairedAt, mine, theirs) {
    const space = await (await spaces()).loadSpace(this.#vault, this.#crypto, id);
    const records = new Map([
      [1, await space.meetAt(TYPE, 1, '', '')],
      [2, await space.meetAt(TYPE, 2, '', '')],
    ]);
    const said = { mine: { name: mine[0], relationship: mine[1] }, theirs: { name: theirs[0], relationship: theirs[1] } };
    this.#pairs.set(id, { space, pairedAt, said, records });
    this.#attach(space);
  }

  /** @param {Space} space */
  #attach(space) {
    space.onChange = () => {
      this.photos?.look();
      this.#keepIndexSoon();
      this.changed();
    };
    space.onWrite = () => {
      this.#tabs.tell({ type: 'space', id: space.name });
      this.#clients.get(space.name)?.flush();
    };
    if (this.#tabs.isLeader()) this.#connect(space);
  }

  /** The erase secret of this person, which every op of every space needs (O9). */
  #shareSecret() {
    const secret = this.#me?.record(this.#selfRecord)?.byPerson.get(1)?.get('erase-secret')?.value;
    if (!(secret instanceof Uint8Array)) return;
    this.#me?.setEraseSecret(secret);
    for (const { space } of this.#pairs.values()) space.setEraseSecret(secret);
  }

  #watchDay() {
    this.#world.setTimer(
      () => {
        void this.checkIns.prepare(this.today()).then(() => this.changed());
        this.#watchDay();
      },
      Math.min(untilDayEnds(this.#world.now()), 60 * 60 * 1000),
    );
  }

  // ---- several tabs, one connection

  #isShown = false;

  /** The first screen is drawn, or cannot be: what speaks to the server did not keep it waiting. */
  shown() {
    if (this.#isShown) return;
    this.#isShown = true;
    if (this.#tabs.isLeader()) this.#lead();
  }

  #lead() {
    if (this.#me) this.#connect(this.#me);
    for (const { space } of this.#pairs.values()) this.#connect(space);
    this.changed();
  }

  /** What speaks to the server is loaded when there is something to say: the first screen does without. @param {Space} space */
  #connect(space) {
    if (!this.#isShown) return;
    import('./sync-client.js').then(
      ({ SyncClient }) => this.#connectBy(SyncClient, space),
      () => this.#world.setTimer(() => this.#connect(space), LOAD_AGAIN_MS),
    );
  }

  /** @param {typeof import('./sync-client.js').SyncClient} Client @param {Space} space */
  #connectBy(Client, space) {
    if (this.#clients.has(space.name)) return;
    const client = new Client({
      space,
      crypto: this.#crypto,
      url: this.#world.syncUrl,
      origin: this.#world.origin,
      world: this.#world,
      events: {
        onChange: () => {
          this.#tabs.tell({ type: 'sync', sync: this.sync });
          this.changed();
        },
        onOpen: () => this.photos?.wake(),
        onHeal: () => void this.preparePhotos().then(() => this.photos.restore(space.name)),
        onWhisper: (bytes) => {
          this.#tabs.tell({ type: 'whispered', id: space.name, bytes });
          this.#heardWhisper(space.name, bytes);
        },
      },
    });
    this.#clients.set(space.name, client);
    client.start();
  }

  /** @param {any} message */
  async #heardTab(message) {
    if (message.type === 'space') {
      await this.#spaceNamed(message.id)?.refresh();
      this.#shareSecret();
      this.#clients.get(message.id)?.flush();
    } else if (message.type === 'pairs') {
      await this.#loadSpaces();
    } else if (message.type === 'drafts') {
      await this.drafts.load();
    } else if (message.type === 'sync') {
      this.#leaderSync = message.sync;
    } else if (message.type === 'whisper') {
      this.#clients.get(message.id)?.whisper(message.bytes);
    } else if (message.type === 'whispered') {
      this.#heardWhisper(message.id, message.bytes);
      return;
    } else if (message.type === 'erased') {
      this.#vault.database.end();
      location.reload();
      return;
    } else if (message.type === 'ask') {
      if (this.#tabs.isLeader()) this.#tabs.tell({ type: 'sync', sync: this.sync });
      return;
    } else if (message.type === 'photos') {
      await this.photos?.refresh();
    } else if (message.type === 'photo') {
      this.photos?.want(message.place, message.value);
    } else if (message.type === 'pairing') {
      await this.pairing?.follow();
    } else if (message.type === 'live') {
      await this.live?.follow();
    } else if (message.type === 'retry') {
      this.retryNow();
    }
    this.changed();
  }

  /** @type {SyncView|null} what the leading tab last said */
  #leaderSync = null;

  /** @param {string} id */
  #spaceNamed(id) {
    return this.#me?.name === id ? this.#me : this.#pairs.get(id)?.space;
  }

  /** @param {string} id @param {Uint8Array} bytes */
  #heardWhisper(id, bytes) {
    for (const listener of this.#whisperListeners) listener(id, bytes);
  }

  /** @param {(space: string, bytes: Uint8Array) => void} listener @returns {() => void} stops listening */
  onWhisper(listener) {
    this.#whisperListeners.add(listener);
    return () => this.#whisperListeners.delete(listener);
  }

  /** @param {string} id space hex @param {Uint8Array} bytes */
  whisper(id, bytes) {
    if (this.#tabs.isLeader()) this.#clients.get(id)?.whisper(bytes);
    else this.#tabs.tell({ type: 'whisper', id, bytes });
  }

  /** The network came back, or the app is visible again. */
  retryNow() {
    if (!this.#tabs.isLeader()) this.#tabs.tell({ type: 'retry' });
    for (const client of this.#clients.values()) client.retryNow();
    this.photos?.wake();
    this.pairing?.retryNow();
  }

  // ---- what screens read

  /** Something moved: screens draw again, once for all that moved in this turn. */
  changed() {
    if (this.#pendingChange) return;
    this.#pendingChange = true;
    queueMicrotask(() => {
      this.#pendingChange = false;
      this.changes.dispatchEvent(new Event('change'));
    });
  }

  now() {
    return this.#world.now();
  }

  today() {
    return dayLabel(this.#world.now());
  }

  /** @returns {{name: string, alone: boolean}|null} null before the first start is done */
  get me() {
    if (!this.#me) return null;
    const name = this.#me.record(this.#selfRecord)?.byPerson.get(1)?.get('name')?.value;
    return { name: typeof name === 'string' ? name : '', alone: this.#pairs.size === 0 };
  }

  /** The space of the pair in use. @returns {Space|null} */
  get currentSpace() {
    return this.#current ? (this.#pairs.get(this.#current)?.space ?? null) : null;
  }

  /** @param {string} id hex @returns {Space|null} */
  spaceOfPair(id) {
    return this.#pairs.get(id)?.space ?? null;
  }

  /** @returns {Pair[]} newest first */
  get pairs() {
    return [...this.#pairs.entries()]
      .map(([id, { space, pairedAt, said, records }]) => {
        const mine = space.person;
        const person = (/** @type {number} */ number, /** @type {{name: string, relationship: number}} */ then) =>
          readPerson(space, number, records.get(number) ?? '', { name: then.name, relationship: relationshipOf(then.relationship) });
        return { id, pairedAt, isCurrent: id === this.#current, me: person(mine, said.mine), them: person(3 - mine, said.theirs) };
      })
      .sort((a, b) => b.pairedAt - a.pairedAt);
  }

  /** @returns {Pair|null} the pair in use */
  get pair() {
    return this.pairs.find(({ isCurrent }) => isCurrent) ?? null;
  }

  /** What the two are to each other, where both say the same: some sentences have other words for friends or family. @returns {'partner'|'friend'|'family'|''} */
  get kind() {
    const { pair } = this;
    return pair && pair.me.relationship === pair.them.relationship ? pair.me.relationship : '';
  }

  /** Both chose partner: only then words for partners are offered. */
  get isPartners() {
    return this.kind === 'partner';
  }

  /** Some sentences are other ones among family, where both said so. @returns {'family'|'other'} */
  get kin() {
    const { pair } = this;
    return pair?.me.relationship === 'family' && pair.them.relationship === 'family' ? 'family' : 'other';
  }

  /** Whether the browser holds this phone's wrapping key as a key that cannot be copied out. */
  get areKeysHeld() {
    return this.#vault.keysKept;
  }

  /** @returns {SyncView} */
  get sync() {
    if (!this.#tabs.isLeader() && this.#leaderSync) return this.#leaderSync;
    const clients = [...this.#clients.values()];
    const waiting = this.#spaces.reduce((sum, space) => sum + space.waiting, this.photos?.waiting ?? 0);
    const message =
      clients.find((client) => client.message)?.message ?? (this.#isMissing() ? 'missing' : this.photos?.isFull ? 'photos-full' : null);
    if (clients.length === 0) return { state: 'here', waiting, message };
    if (clients.some(({ state }) => state === 'stopped')) return { state: 'stopped', waiting, message };
    if (clients.every(({ state }) => state === 'offline')) return { state: 'offline', waiting, message };
    return { state: clients.every(({ state }) => state === 'synced') && waiting === 0 ? 'synced' : 'connecting', waiting, message };
  }

  /** What is sent now leaves soon, as far as this phone can tell. */
  get canSend() {
    return ['synced', 'connecting'].includes(this.sync.state);
  }

  #isMissing() {
    return (
      [...this.#clients.values()].every(({ state }) => state === 'synced') &&
      [...this.#pairs.values()].some(({ space }) => space.missing > 0)
    );
  }

  get preferences() {
    return this.preferencesStore.values;
  }

  /** @param {keyof import('./preferences.js').PreferenceValues} key @param {unknown} value */
  async setPreference(key, value) {
    await this.preferencesStore.set(key, value);
    this.changed();
  }

  // ---- what a person does

  /** Makes this phone's own space, once. @param {{name: string}} parts */
  async begin({ name }) {
    if (this.#me || this.#beginning) {
      await this.#beginning;
      await this.rename(name);
      return;
    }
    this.#beginning = this.#begin(name).finally(() => (this.#beginning = null));
    await this.#beginning;
  }

  /** @param {string} name */
  async #begin(name) {
    const keys = { ...(await this.#crypto.signKeypair()), ...(await this.#crypto.kemKeypair()) };
    await selfTest(this.#crypto, keys);
    const { chain, device } = await createChain(this.#crypto, { kind: SPACE.me, keys });
    const space = await (await spaces()).createSpace(this.#vault, this.#crypto, { chain, keys, device });
    this.#selfRecord = await space.meetAt(SELF, 1, '', '');
    const secret = this.#crypto.random(32);
    space.setEraseSecret(secret);
    await space.write(this.#selfRecord, SELF, [
      ['erase-secret', secret],
      ['name', plainName(name)],
    ]);
    await this.#vault.put('me', space.name);
    this.#me = space;
    this.#attach(space);
    this.#tabs.tell({ type: 'pairs' });
    await this.checkIns.prepare(this.today());
    this.changed();
  }

  /** @param {string} name */
  async rename(name) {
    const clean = plainName(name);
    if (!clean || !this.#me) return;
    await this.#me.write(this.#selfRecord, SELF, [['name', clean]]);
    const pair = this.#current ? this.#pairs.get(this.#current) : null;
    if (pair) await pair.space.write(pair.records.get(pair.space.person) ?? '', TYPE, [['name', clean]]);
  }

  /** @param {'partner'|'friend'|'family'} relationship what the other is to me */
  async setRelationship(relationship) {
    const pair = this.#current ? this.#pairs.get(this.#current) : null;
    const number = ['partner', 'friend', 'family'].indexOf(relationship) + 1;
    if (pair && number > 0) await pair.space.write(pair.records.get(pair.space.person) ?? '', TYPE, [['relationship', number]]);
  }

  /** Tells the other phone, inside the pair's space, which release this phone runs. @param {string} release hex */
  async setRelease(release) {
    this.release = release;
    for (const { space, records } of this.#pairs.values()) {
      const record = records.get(space.person) ?? '';
      if (space.record(record)?.byPerson.get(space.person)?.get('release')?.value !== release)
        await space.write(record, TYPE, [['release', release]]);
    }
    this.changed();
  }

  /** @type {string|null} fingerprint of the release this page runs */
  release = null;

  /** @param {string} id */
  async choosePair(id) {
    if (!this.#pairs.has(id)) return;
    await this.#vault.put('current-pair', id);
    this.#current = id;
    await this.checkIns.prepare(this.today());
    this.#tabs.tell({ type: 'pairs' });
    this.changed();
  }

  /** @param {{chain: import('../core/chain.js').Chain, keys: import('../core/chain.js').DeviceKeys, device: Uint8Array, mine: {name: string, relationship: number}, theirs: {name: string, relationship: number}}} paired */
  async #paired({ chain, keys, device, mine, theirs }) {
    const id = hex(chain.space);
    if (this.#pairs.has(id)) return;
    if (!this.#me) await this.begin({ name: mine.name });
    await (await spaces()).createSpace(this.#vault, this.#crypto, { chain, keys, device });
    const pairedAt = this.#world.now();
    await this.#vault.put(`pair/${id}`, [pairedAt, [mine.name, mine.relationship], [theirs.name, theirs.relationship]]);
    await this.#vault.put('current-pair', id);
    await this.#addPair(id, pairedAt, [mine.name, mine.relationship], [theirs.name, theirs.relationship]);
    this.#current = id;
    this.#shareSecret();
    const pair = this.#pairs.get(id);
    await pair?.space.write(pair.records.get(pair.space.person) ?? '', TYPE, [
      ['name', mine.name],
      ['relationship', mine.relationship],
      ...(this.release ? [/** @type {[string, string]} */ (['release', this.release])] : []),
    ]);
    await this.checkIns.prepare(this.today());
    this.#tabs.tell({ type: 'pairs' });
    this.changed();
  }

  /** Runs a write and, when the phone cannot keep it, says so instead of losing it. @template T @param {() => Promise<T>} write @returns {Promise<T|null>} null: not kept, `trouble` says why */
  async attempt(write) {
    try {
      const result = await write();
      if (this.trouble) {
        this.trouble = null;
        this.changed();
      }
      return result;
    } catch (error) {
      this.#trouble(error);
      return null;
    }
  }

  /** @param {unknown} error */
  #trouble(error) {
    if (error instanceof StorageError) this.trouble = error.reason;
    else {
      this.trouble = 'unknown'; // our own fault: the words are kept, and a developer can see why
      console.error(error);
    }
    this.changed();
  }

  /** One out of the jar: words that were given to this person. @param {string} [last] id of the one before @returns {import('./thanks.js').FromJar|null} */
  fromJar(last) {
    return this.thanks.draw(this.wishes.stars(), last);
  }

  /** The pair in use, for drafts that are meant for nobody else; empty when alone. */
  get pairName() {
    return this.currentSpace?.name ?? '';
  }

  /** The session under way was changed in this tab. */
  tellLive() {
    this.#tabs.tell({ type: 'live' });
  }

  /** Writes what was typed until now. */
  async keepDrafts() {
    await this.drafts.flush();
  }

  /** Erases this device: keys, words, settings. What others hold stays with them. */
  async erase() {
    for (const client of this.#clients.values()) client.stop();
    this.#vault.database.end();
    this.#tabs.tell({ type: 'erased' });
    await deleteDatabase(this.#world.databaseName);
  }
}

/**
 * What rests on the phone, sealed. Every value is encoded, then AES-256-GCM under a random data key; the data key itself is wrapped
 * by a non-extractable key of the browser (protocol page, "At rest"). A later app lock changes only that wrap.
 */


/**
 * @typedef {import('../io/database.js').Database} Database
 * @typedef {import('../core/codec.js').Value} Value
 * @typedef {{nonce: Uint8Array, bytes: Uint8Array}} SealedRow
 */

/** aad binds a row to its place, so that rows cannot be exchanged for one another. @param {string} place */
const aad = (place) => encode(['attune/rest/1', place]);

class Vault {
  #database;
  #crypto;
  #dataKey;
  /** @type {import('../io/ahead.js').Ahead|null} what a worker has read before it is asked for */ ahead = null;

  /**
   * @param {Database} database @param {any} crypto @param {Uint8Array} dataKey 32 bytes
   * @param {boolean} keysKept whether the wrapping key is a non-extractable CryptoKey (false: raw bytes, where an engine refuses)
   */
  constructor(database, crypto, dataKey, keysKept) {
    this.#database = database;
    this.#crypto = crypto;
    this.#dataKey = dataKey;
    this.keysKept = keysKept;
  }

  get database() {
    return this.#database;
  }

  /** @param {string} place @param {Value} value @returns {Promise<SealedRow>} */
  async seal(place, value) {
    const nonce = this.#crypto.random(12);
    return { nonce, bytes: await this.#crypto.seal(this.#dataKey, nonce, aad(place), encode(value)) };
  }

  /** @param {string} place @param {SealedRow} row @returns {Promise<any>} the value */
  async unseal(place, row) {
    return decode(await this.#crypto.open(this.#dataKey, row.nonce, aad(place), row.bytes));
  }

  /** @param {string} name @returns {Promise<any>} the value, undefined when there is none */
  async get(name) {
    const row = await this.#database.run('readonly', ['sealed'], (tx) => tx.objectStore('sealed').get(name));
    return row === undefined ? undefined : this.unseal(`sealed/${name}`, row);
  }

  /** @param {string} name @param {Value} value resolves when durable */
  async put(name, value) {
    const row = await this.seal(`sealed/${name}`, value);
    await this.#database.run('readwrite', ['sealed'], (tx) => tx.objectStore('sealed').put(row, name));
  }

  /** @param {string} name */
  async remove(name) {
    await this.#database.run('readwrite', ['sealed'], (tx) => tx.objectStore('sealed').delete(name));
  }

  /** @param {string} prefix @param {(name: string) => void} [onTorn] told of a row that does not open; without it that row fails all @returns {Promise<Array<[string, any]>>} names (without the prefix) and values */
  async list(prefix, onTorn) {
    const range = allOf(prefix);
    const [names, rows] = await this.#database.run('readonly', ['sealed'], (tx) => {
      const store = tx.objectStore('sealed');
      return Promise.all([store.getAllKeys(range), store.getAll(range)]);
    });
    const values = await Promise.all(
      names.map(async (/** @type {string} */ name, /** @type {number} */ i) => {
        try {
          return [/** @type {[string, any]} */ ([name.slice(prefix.length), await this.unseal(`sealed/${name}`, rows[i])])];
        } catch (error) {
          if (!onTorn) throw error;
          onTorn(name);
          return [];
        }
      }),
    );
    return values.flat();
  }
}

const LOCAL_KEY = 'local';
const DATA_KEY = 'data';
const PLACE = 'keys/data';

/** @param {Database} database @param {any} crypto @param {{local: any, wrapped: SealedRow}} kept */
async function vaultOf(database, crypto, kept) {
  const { dataKey, raw } = await unwrap(kept, crypto);
  return new Vault(database, crypto, dataKey, !raw);
}

/**
 * Opens the vault, making it at the first start. The self-test is the opening itself: what was written is read back through a new
 * connection and used before anything rests on it.
 *
 * @param {Database} database
 * @param {any} crypto of io/crypto.js
 * @returns {Promise<Vault>}
 * @throws {StorageError} `refused` when the phone gives back other bytes than it was given
 */
async function openVault(database, crypto) {
  let kept = await readKeys(database);
  if (!kept.local || !kept.wrapped) {
    // Keys gone but pages still there: never write new keys over what an engine may give back at the next start.
    if (kept.rows > 0) throw new StorageError('refused');
    await makeKeys(database, crypto);
    database.close();
    kept = await readKeys(database);
  }
  if (!kept.local || !kept.wrapped) throw new StorageError('refused');
  const vault = await vaultOf(database, crypto, kept);
  await vault.unseal('self-test', await vault.seal('self-test', ['read back']));
  return vault;
}

/** @param {Database} database */
async function readKeys(database) {
  return database.run('readonly', ['keys', 'sealed'], async (tx) => {
    const store = tx.objectStore('keys');
    const [local, wrapped, rows] = await Promise.all([store.get(LOCAL_KEY), store.get(DATA_KEY), tx.objectStore('sealed').count()]);
    return { local, wrapped, rows };
  });
}

/**
 * Two tabs may come here together: the first to commit wins, the other's keys are dropped unseen.
 * @param {Database} database @param {any} crypto
 */
async function makeKeys(database, crypto) {
  const dataKey = crypto.random(32);
  const nonce = crypto.random(12);
  const raw = crypto.random(32);
  const local = await crypto.generateLocalKey();
  const wrappedByKey = await crypto.sealWithKey(local, nonce, aad(PLACE), dataKey);
  const wrappedByBytes = await crypto.seal(raw, nonce, aad(PLACE), dataKey);
  /** @param {unknown} key @param {Uint8Array} bytes */
  const write = (key, bytes) =>
    database.run('readwrite', ['keys'], async (tx) => {
      const store = tx.objectStore('keys');
      if ((await store.get(DATA_KEY)) !== undefined) return;
      await store.put(key, LOCAL_KEY);
      await store.put({ nonce, bytes }, DATA_KEY);
    });
  try {
    await write(local, wrappedByKey);
    const back = await readKeys(database);
    if (back.local) return;
  } catch {
    // Some engines refuse to store any CryptoKey (DataCloneError in Lockdown Mode and private windows, 2026): keep bytes instead.
  }
  await database.run('readwrite', ['keys'], async (tx) => {
    const store = tx.objectStore('keys');
    if (!(await store.get(LOCAL_KEY))) await store.clear(); // another tab's bytes are whole: its keys stay
  });
  await write(raw, wrappedByBytes);
}

/** @param {{local: any, wrapped: SealedRow}} kept @param {any} crypto */
async function unwrap({ local, wrapped }, crypto) {
  const raw = local instanceof Uint8Array;
  try {
    const dataKey = raw
      ? await crypto.open(local, wrapped.nonce, aad(PLACE), wrapped.bytes)
      : await crypto.openWithKey(local, wrapped.nonce, aad(PLACE), wrapped.bytes);
    return { dataKey, raw };
  } catch (error) {
    throw new StorageError('refused', error);
  }
}

/** AES-256-GCM by WebCrypto, and randomness: what everything at rest and on its way is sealed with. */

/** Something did not open. What, is the caller's to say. */
class CryptoError extends Error {
  /** @param {unknown} [cause] */
  constructor(cause) {
    super('does not open', { cause });
    this.name = 'CryptoError';
  }
}

/** WebCrypto wants ArrayBuffer-backed views. @param {Uint8Array} bytes @returns {Uint8Array<ArrayBuffer>} */
const own$1 = (bytes) => /** @type {Uint8Array<ArrayBuffer>} */ (bytes);

/** @template V @param {WeakMap<Uint8Array, V>} map @param {Uint8Array} key @param {() => V} make @returns {V} */
function remember(map, key, make) {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** @param {Uint8Array} nonce @param {Uint8Array} aad */
const gcm = (nonce, aad) => ({ name: 'AES-GCM', iv: own$1(nonce), additionalData: own$1(aad) });

/**
 * The part of `Crypto` (crypto.js) that seals and opens; a vault needs no more.
 * @typedef {Pick<import('./crypto.js').Crypto, 'random'|'seal'|'open'|'generateLocalKey'|'sealWithKey'|'openWithKey'>} Aes
 * @returns {Aes}
 */
function createAes() {
  const { subtle } = globalThis.crypto;
  /** @type {WeakMap<Uint8Array, Promise<CryptoKey>>} an imported key for each raw key in use */
  const keys = new WeakMap();
  /** @param {Uint8Array} raw */
  const keyOf = (raw) => remember(keys, raw, () => subtle.importKey('raw', own$1(raw), 'AES-GCM', false, ['encrypt', 'decrypt']));

  /** @type {Aes} */
  const aes = {
    random: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
    seal: async (key, nonce, aad, plaintext) => aes.sealWithKey(await keyOf(key), nonce, aad, plaintext),
    open: async (key, nonce, aad, sealed) => aes.openWithKey(await keyOf(key), nonce, aad, sealed),
    generateLocalKey: () => subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    sealWithKey: async (key, nonce, aad, plaintext) => new Uint8Array(await subtle.encrypt(gcm(nonce, aad), key, own$1(plaintext))),
    async openWithKey(key, nonce, aad, sealed) {
      try {
        return new Uint8Array(await subtle.decrypt(gcm(nonce, aad), key, own$1(sealed)));
      } catch (error) {
        throw new CryptoError(error);
      }
    },
  };
  return aes;
}

/** The addresses of workers, as Trusted Types want them: these two, and no other. */

const SERVICE_WORKER = '/sw.js';
const AHEAD_WORKER = '/packs/ahead-worker.js';

const factory = /** @type {any} */ (globalThis).trustedTypes;
const policy = factory?.createPolicy('attune-worker', { createScriptURL: (/** @type {string} */ address) => own(address) });

/** @param {string} address */
function own(address) {
  if (address !== SERVICE_WORKER && address !== AHEAD_WORKER) throw new TypeError('not a worker of this app');
  return address;
}

/** @param {string} address one of the two @returns {string} */
const workerAddress = (address) => policy?.createScriptURL(address) ?? own(address);

/** What a worker reads off this phone while the page still loads (ahead-worker.js): the page is free meanwhile, and finds it in memory. */

/** @typedef {import('../app/index-rows.js').IndexRows} IndexRows */

/** A worker that says nothing for so long is not waited for. */
const PATIENCE_MS = 3_000;

class Ahead {
  /** @type {Map<string, IndexRows>} */ #rows = new Map();
  /** @type {Array<() => void>} */ #waiting = [];
  #isDone = false;

  /** @param {Pick<Worker, 'onmessage'|'onmessageerror'|'onerror'|'terminate'>} worker @param {(callback: () => void, ms: number) => unknown} setTimer */
  constructor(worker, setTimer) {
    const end = () => {
      this.#isDone = true;
      worker.terminate();
      this.#tell();
    };
    worker.onmessage = ({ data }) => {
      if (data === null) end();
      else this.#rows.set(data.id, data.rows);
      this.#tell();
    };
    worker.onerror = worker.onmessageerror = end;
    setTimer(() => {
      this.#rows.clear(); // what nobody asked for by now is not kept
      end();
    }, PATIENCE_MS);
  }

  #tell() {
    for (const each of this.#waiting.splice(0)) each();
  }

  /** @param {string} id of a space, hex @returns {Promise<IndexRows|null>} once: it is true of that moment only; null: it is not here */
  async take(id) {
    while (!this.#isDone && !this.#rows.has(id)) {
      await new Promise((/** @type {(value: void) => void} */ resolve) => this.#waiting.push(resolve));
    }
    const rows = this.#rows.get(id) ?? null;
    this.#rows.delete(id);
    return rows;
  }
}

/** @param {string} database name @returns {Ahead|null} null: there are no workers here */
function readAhead(database) {
  try {
    return new Ahead(new Worker(workerAddress(AHEAD_WORKER), { type: 'module', name: database }), setTimeout);
  } catch {
    return null;
  }
}

/**
 * Every primitive Attune uses, behind one object. WebCrypto where it has an answer; noble for Ed25519 where it has not, and always for the
 * question "is this key in the prime-order subgroup", which WebCrypto cannot be asked; HPKE with X-Wing from @hpke. Libraries are loaded
 * when first needed.
 */


const PKCS8_ED25519 = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);
/** L, the order of the prime subgroup, little-endian (RFC 8032, 5.1). */
const L$1 = Uint8Array.from(
  [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14].concat(Array(15).fill(0), [0x10]),
);

/** The identity, encoded. As R it tells the secret key away; libsodium refuses it, OpenSSL does not, so all must (K1). */
const IDENTITY = Uint8Array.from([1].concat(Array(31).fill(0)));

/** @param {Uint8Array} s 32 bytes little-endian */
function isReduced(s) {
  for (let i = 31; i >= 0; i -= 1) {
    const a = s[i] ?? 0;
    const b = L$1[i] ?? 0;
    if (a !== b) return a < b;
  }
  return false;
}

/**
 * @typedef {object} Crypto
 * @property {'webcrypto'|'noble'} implementation of Ed25519
 * @property {(length: number) => Uint8Array} random
 * @property {(bytes: Uint8Array) => Promise<Uint8Array>} sha256
 * @property {(key: Uint8Array, info: Uint8Array, length?: number) => Promise<Uint8Array>} hkdf HKDF-SHA256, empty salt
 * @property {(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array) => Promise<Uint8Array>} seal AES-256-GCM
 * @property {(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array) => Promise<Uint8Array>} open throws CryptoError
 * @property {() => Promise<CryptoKey>} generateLocalKey non-extractable AES-256-GCM
 * @property {(key: CryptoKey, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array) => Promise<Uint8Array>} sealWithKey
 * @property {(key: CryptoKey, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array) => Promise<Uint8Array>} openWithKey
 * @property {() => Promise<{signSeed: Uint8Array, signPk: Uint8Array}>} signKeypair
 * @property {(seed: Uint8Array, message: Uint8Array) => Promise<Uint8Array>} sign
 * @property {(signPk: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>} verify strict (protocol K1), for a key that passed isValidSigningKey
 * @property {(signPk: Uint8Array) => Promise<boolean>} isValidSigningKey canonical, prime-order, not the identity
 * @property {() => Promise<{kemSeed: Uint8Array, kemPk: Uint8Array}>} kemKeypair X-Wing
 * @property {(kemPk: Uint8Array, info: Uint8Array, plaintext: Uint8Array) => Promise<Uint8Array>} hpkeSeal enc | ciphertext
 * @property {(kemSeed: Uint8Array, info: Uint8Array, sealed: Uint8Array) => Promise<Uint8Array>} hpkeOpen throws CryptoError
 */

/**
 * @param {{ed25519?: 'auto'|'webcrypto'|'noble'}} [options] `auto` takes WebCrypto when it signs and verifies here
 * @returns {Promise<Crypto>}
 */
async function createCrypto({ ed25519 = 'auto' } = {}) {
  const subtle = globalThis.crypto.subtle;
  const noble = once(() => import('./noble-ed25519.js').then((module) => module.ed25519));
  const hpke = once(loadHpke);
  const useWebCrypto = ed25519 === 'webcrypto' || (ed25519 === 'auto' && (await hasEd25519(subtle)));

  /** @type {WeakMap<Uint8Array, Promise<CryptoKey>>} an imported key for each raw key in use */
  const signKeys = new WeakMap();
  /** @type {Map<string, Promise<CryptoKey>>} a handful of devices */
  const verifyKeys = new Map();

  /** @param {Uint8Array} seed */
  const signKey = (seed) =>
    remember(signKeys, seed, () => subtle.importKey('pkcs8', own$1(joined(PKCS8_ED25519, seed)), 'Ed25519', false, ['sign']));
  /** @param {Uint8Array} signPk */
  const verifyKey = (signPk) => {
    const name = signPk.join();
    if (!verifyKeys.has(name)) verifyKeys.set(name, subtle.importKey('raw', own$1(signPk), 'Ed25519', false, ['verify']));
    return /** @type {Promise<CryptoKey>} */ (verifyKeys.get(name));
  };
  /** @type {Crypto} */
  const crypto = {
    ...createAes(),
    implementation: useWebCrypto ? 'webcrypto' : 'noble',
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', own$1(bytes))),
    async hkdf(key, info, length = 32) {
      const base = await subtle.importKey('raw', own$1(key), 'HKDF', false, ['deriveBits']);
      return new Uint8Array(
        await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: own$1(info) }, base, 8 * length),
      );
    },
    async signKeypair() {
      const signSeed = crypto.random(32);
      if (!useWebCrypto) return { signSeed, signPk: (await noble()).getPublicKey(signSeed) };
      const key = await subtle.importKey('pkcs8', own$1(joined(PKCS8_ED25519, signSeed)), 'Ed25519', true, ['sign']);
      const { x } = await subtle.exportKey('jwk', key);
      return { signSeed, signPk: Uint8Array.from(atob((x ?? '').replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)) };
    },
    async sign(seed, message) {
      if (!useWebCrypto) return (await noble()).sign(message, seed);
      return new Uint8Array(await subtle.sign('Ed25519', await signKey(seed), own$1(message)));
    },
    async verify(signPk, message, signature) {
      if (signature.length !== 64 || !isReduced(signature.subarray(32)) || IDENTITY.every((byte, i) => byte === signature[i])) return false;
      try {
        if (useWebCrypto) return await subtle.verify('Ed25519', await verifyKey(signPk), own$1(signature), own$1(message));
        const ed = await noble();
        // noble's verify is cofactored even with zip215 off: an R with torsion must be refused by hand, as WebCrypto does
        return ed.verify(signature, message, signPk, { zip215: false }) && ed.Point.fromBytes(signature.subarray(0, 32)).isTorsionFree();
      } catch {
        return false;
      }
    },
    async isValidSigningKey(signPk) {
      try {
        const point = (await noble()).Point.fromBytes(signPk, false);
        return signPk.length === 32 && point.isTorsionFree() && !point.is0();
      } catch {
        return false;
      }
    },

    async kemKeypair() {
      const { suite } = await hpke();
      const pair = await suite.kem.generateKeyPair();
      return {
        kemSeed: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
        kemPk: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
      };
    },
    async hpkeSeal(kemPk, info, plaintext) {
      const { suite } = await hpke();
      const recipientPublicKey = await suite.kem.deserializePublicKey(buffer(kemPk));
      const sender = await suite.createSenderContext({ recipientPublicKey, info: buffer(info) });
      return joined(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(buffer(plaintext))));
    },
    async hpkeOpen(kemSeed, info, sealed) {
      const { suite } = await hpke();
      try {
        const recipientKey = await suite.kem.deserializePrivateKey(buffer(kemSeed));
        const enc = buffer(sealed.subarray(0, suite.kem.encSize));
        const recipient = await suite.createRecipientContext({ recipientKey, enc, info: buffer(info) });
        return new Uint8Array(await recipient.open(buffer(sealed.subarray(suite.kem.encSize))));
      } catch (error) {
        throw new CryptoError(error);
      }
    },
  };
  return crypto;
}

async function loadHpke() {
  const { Aes256Gcm, CipherSuite, HkdfSha256, XWing } = await import('./hpke.js');
  return { suite: new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() }) };
}

/** @param {SubtleCrypto} subtle */
async function hasEd25519(subtle) {
  try {
    const pair = /** @type {CryptoKeyPair} */ (await subtle.generateKey('Ed25519', false, ['sign', 'verify']));
    const message = new Uint8Array(1);
    return await subtle.verify('Ed25519', pair.publicKey, await subtle.sign('Ed25519', pair.privateKey, message), message);
  } catch {
    return false;
  }
}

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} */
function once(make) {
  /** @type {Promise<T>|undefined} */ let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined; // the network failed: the next call tries again
      throw error;
    });
    return made;
  };
}

/** A buffer of exactly these bytes. @param {Uint8Array} bytes @returns {ArrayBuffer} */
const buffer = (bytes) => /** @type {ArrayBuffer} */ (bytes.slice().buffer);

/** @param {Uint8Array} a @param {Uint8Array} b */
function joined(a, b) {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

/**
 * A tone, a bell, a buzz, a screen that stays awake: where the phone has them and the person chose them. All fail silently, because a
 * missing bell must never stop two people talking.
 */

/**
 * @typedef {object} Cues
 * @property {(kind: 'tone'|'bell'|'breath-in'|'breath-out', chosen: {sound: boolean, vibration: boolean}) => void} play
 * @property {() => Promise<void>} stayAwake  also again after the app was hidden
 * @property {() => void} maySleep
 */

/** A wooden knock: short, 523 Hz. A low bell: 131 Hz with its soft upper partials. The turns of a breath: soft, C and the G under it. [frequency Hz, gain, decay s] */
const VOICES = {
  tone: [
    [523, 0.22, 0.18],
    [1318, 0.06, 0.08],
  ],
  bell: [
    [131, 0.3, 2.4],
    [262, 0.14, 1.6],
    [393, 0.06, 1.1],
  ],
  'breath-in': [[262, 0.1, 1.6]],
  'breath-out': [[196, 0.1, 1.6]],
};
const BUZZ_MS = { tone: [60], bell: [60, 120, 60], 'breath-in': [25], 'breath-out': [25, 90, 25] };

/** @returns {Cues} */
function createCues() {
  /** @type {AudioContext|null} */ let audio = null;
  /** @type {WakeLockSentinel|null} */ let lock = null;
  let wanted = false;

  const awake = async () => {
    if (!wanted || lock || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      lock.addEventListener('release', () => {
        lock = null;
      });
    } catch {
      // low battery or not allowed: the session goes on
    }
  };
  document.addEventListener('visibilitychange', awake);

  return {
    play(kind, { sound, vibration }) {
      if (vibration) navigator.vibrate?.(BUZZ_MS[kind]);
      if (!sound) return;
      try {
        audio ??= new AudioContext();
        if (audio.state === 'suspended') void audio.resume();
        const start = audio.currentTime + 0.02;
        for (const [frequency = 0, gain = 0, decay = 0] of VOICES[kind]) {
          const oscillator = new OscillatorNode(audio, { type: 'sine', frequency });
          const envelope = new GainNode(audio, { gain: 0 });
          envelope.gain.setValueAtTime(0, start);
          envelope.gain.linearRampToValueAtTime(gain, start + 0.008);
          envelope.gain.exponentialRampToValueAtTime(0.0001, start + decay);
          oscillator.connect(envelope).connect(audio.destination);
          oscillator.start(start);
          oscillator.stop(start + decay + 0.05);
        }
      } catch {
        // no audio device
      }
    },
    async stayAwake() {
      wanted = true;
      await awake();
    },
    maySleep() {
      wanted = false;
      void lock?.release().catch(() => {});
    },
  };
}

/**
 * Installing Attune on the home screen: what this browser offers, and whether it has been done.
 */

/**
 * @typedef {object} Install
 * @property {() => boolean} can the browser will show its own install question
 * @property {() => boolean} installed this page runs as an installed app
 * @property {() => boolean} iosTab a tab on iPhone or iPad, where what is stored may be dropped after a week: install first
 * @property {() => Promise<boolean>} prompt asks; resolves to whether the person said yes, false when it cannot ask
 */

/**
 * @param {{onChange: () => void}} events `onChange` comes when `can()` or `installed()` may have changed
 * @returns {Install}
 */
function createInstall({ onChange }) {
  /** Chromium's event, not in the standard library of types. @type {(Event & {prompt: () => Promise<{outcome: string}>}) | null} */
  let offer = null;
  let wasInstalled = false;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = /** @type {any} */ (event);
    onChange();
  });
  addEventListener('appinstalled', () => {
    offer = null;
    wasInstalled = true;
    onChange();
  });
  const isStandalone = () => matchMedia('(display-mode: standalone)').matches || /** @type {any} */ (navigator).standalone === true;
  return {
    can: () => offer !== null,
    installed: () => wasInstalled || isStandalone(),
    // iPadOS calls itself a Mac; only its Safari has both touch and `navigator.standalone`.
    iosTab: () => 'standalone' in navigator && navigator.maxTouchPoints > 1 && !isStandalone(),
    async prompt() {
      if (!offer) return false;
      const asked = offer;
      offer = null; // one question for one event
      const { outcome } = await asked.prompt();
      onChange();
      return outcome === 'accepted';
    },
  };
}

/** Addresses at which a page shows pictures it holds. */

/** @param {Uint8Array} bytes of a JPEG @returns {string} to be forgotten when it is no longer shown */
const pictureUrl = (bytes) =>
  URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: 'image/jpeg' }));

/** @param {string} url */
const forgetUrl = (url) => URL.revokeObjectURL(url);

/**
 * A WebSocket that says once that it ended, and nothing after.
 */
const SUBPROTOCOL = 'attune.1';

/**
 * @typedef {{send: (bytes: Uint8Array) => void, close: (code?: number) => void, bufferedBytes: () => number}} Socket
 * @typedef {{onFrame: (bytes: Uint8Array) => void, onEnd: (code: number) => void}} SocketEvents
 */

/**
 * @param {string} url `wss://host/sync`
 * @param {SocketEvents} events `onEnd` comes exactly once, with the close code (1006: no close frame arrived)
 * @returns {Socket}
 */
function openSocket(url, { onFrame, onEnd }) {
  const socket = new WebSocket(url, SUBPROTOCOL);
  socket.binaryType = 'arraybuffer';
  let ended = false;
  /** @param {number} code */
  const end = (code) => {
    if (ended) return;
    ended = true;
    onEnd(code);
  };
  socket.onmessage = ({ data }) => {
    if (ended) return;
    if (data instanceof ArrayBuffer) onFrame(new Uint8Array(data));
    else socket.close(4400);
  };
  socket.onclose = ({ code }) => end(code);
  return {
    send(bytes) {
      if (socket.readyState === WebSocket.OPEN) socket.send(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
    },
    // A frozen socket never answers the closing handshake: tell the owner now, not in two minutes.
    close(code = 1000) {
      socket.close(code);
      end(code);
    },
    bufferedBytes: () => socket.bufferedAmount,
  };
}

/** What the browser says about keeping data. */

/** @returns {Promise<{persisted: boolean|null, usageBytes: number|null, quotaBytes: number|null}>} null where the browser does not tell */
async function storageState() {
  const { storage } = navigator;
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => null) ?? null,
    storage?.estimate?.().catch(() => null) ?? null,
  ]);
  return { persisted, usageBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null };
}

/** @returns {Promise<boolean|null>} what the browser answered; null when it cannot be asked */
async function askPersistence() {
  try {
    return (await navigator.storage?.persist?.()) ?? null;
  } catch {
    return null;
  }
}

/**
 * Several tabs of one installation: one of them leads (holds the sockets), all of them hear what changed.
 */

/**
 * @typedef {object} Tabs
 * @property {() => boolean} isLeader
 * @property {(message: unknown) => void} tell  to every other tab
 * @property {<T>(step: () => Promise<T>) => Promise<T>} alone  while no other tab is in a step of its own
 * @property {() => void} close
 */

/**
 * @param {string} name
 * @param {{onLead: () => void, onMessage: (message: any) => void}} events `onLead` comes once, at once where there are no locks
 * @returns {Tabs}
 */
function joinTabs(name, { onLead, onMessage }) {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => onMessage(data);
  let leader = false;
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const lead = () => {
    leader = true;
    onLead();
    return new Promise((resolve) => {
      release = resolve;
    });
  };
  const waiting = new AbortController();
  if (navigator.locks) navigator.locks.request(name, { signal: waiting.signal }, lead).catch(() => {});
  else void lead();
  return {
    isLeader: () => leader,
    tell: (message) => channel.postMessage(message),
    alone: async (step) => (navigator.locks ? navigator.locks.request(`${name}/alone`, step) : step()),
    close() {
      waiting.abort();
      release();
      channel.close();
    },
  };
}

/**
 * Releases: registers the service worker, learns that a newer release waits, and takes it over when told to.
 */

const CHECK_EVERY_MS = 60 * 60 * 1000;

/**
 * @typedef {object} Updates
 * @property {() => Promise<void>} start registers the worker; call it after the first screen is drawn. Never rejects: without a worker
 *   the app works as long as the network does
 * @property {() => boolean} ready a newer release is on this phone and waits
 * @property {() => void} apply ends this page's release: takes the newer one over and reloads. Does nothing when none waits
 * @property {() => Promise<string | null>} release the fingerprint (hex) of what this page runs, null when it cannot be learned
 */

/**
 * @param {{onReady: () => void}} events `onReady` comes when `ready()` becomes true
 * @returns {Updates}
 */
function createUpdates({ onReady }) {
  const container = navigator.serviceWorker;
  /** @type {ServiceWorkerRegistration | null} */
  let registration = null;
  let isApplying = false;
  let isSuperseded = false;

  /** @param {ServiceWorker | null} worker */
  const watch = (worker) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller) onReady();
    });

  return {
    async start() {
      if (!container) return;
      const hadController = Boolean(container.controller);
      container.addEventListener('controllerchange', () => {
        if (isApplying) {
          location.reload();
        } else if (hadController) {
          // Another window took it over. This one goes on with its own files until it reloads.
          isSuperseded = true;
          onReady();
        }
      });
      try {
        registration = await container.register(/** @type {string} */ (workerAddress(SERVICE_WORKER)), { updateViaCache: 'none' });
      } catch {
        return;
      }
      if (!registration) return; // a browser that blocks workers may say so by giving none
      if (registration.waiting && container.controller) onReady();
      watch(registration.installing);
      registration.addEventListener('updatefound', () => watch(registration?.installing ?? null));
      container.controller?.postMessage({ type: 'started' });
      const check = () => registration?.update().catch(() => {});
      setInterval(check, CHECK_EVERY_MS);
      addEventListener('online', check);
    },

    ready: () => isSuperseded || Boolean(registration?.waiting && container.controller),

    apply() {
      if (isSuperseded) {
        location.reload();
        return;
      }
      isApplying = true;
      registration?.waiting?.postMessage({ type: 'take-over' });
    },

    async release() {
      try {
        const response = await fetch('/release.json');
        const { release } = await response.json();
        return typeof release === 'string' ? release : null;
      } catch {
        return null;
      }
    },
  };
}

/**
 * The sentences of Today, by area. They travel in one file, packs/today.<language>.ftl (tools/packs.mjs): one by one they would take longer to
 * fetch than to read.
 */
const TODAY = Object.freeze([
  'today',
  'check-in',
  'live',
  'acts',
  'revisits',
  'moments',
  'retreat',
  'values',
  'thanks',
  'three-appreciations',
  'wishes',
  'two-stars-one-wish',
  'memories',
  'requests',
  'offers',
]);

var E$1=class E{constructor(e){this.value=e;}valueOf(){return this.value}},u=class extends E$1{constructor(e="???"){super(e);}toString(e){return `{${this.value}}`}},f=class extends E$1{constructor(e,t={}){super(e),this.opts=t;}toString(e){if(e)try{return e.memoizeIntlObject(Intl.NumberFormat,this.opts).format(this.value)}catch(t){e.reportError(t);}return this.value.toString(10)}},h=class r extends E$1{static supportsValue(e){if(typeof e=="number"||e instanceof Date)return  true;if(e instanceof E$1)return r.supportsValue(e.valueOf());if("Temporal"in globalThis){let t=globalThis.Temporal;if(e instanceof t.Instant||e instanceof t.PlainDateTime||e instanceof t.PlainDate||e instanceof t.PlainMonthDay||e instanceof t.PlainTime||e instanceof t.PlainYearMonth)return  true}return  false}constructor(e,t={}){e instanceof r?(t={...e.opts,...t},e=e.value):e instanceof E$1&&(e=e.valueOf()),typeof e=="object"&&"calendarId"in e&&t.calendar===void 0&&(t={...t,calendar:e.calendarId}),super(e),this.opts=t;}[Symbol.toPrimitive](e){return e==="string"?this.toString():this.toNumber()}toNumber(){let e=this.value;if(typeof e=="number")return e;if(e instanceof Date)return e.getTime();if("epochMilliseconds"in e)return e.epochMilliseconds;if("toZonedDateTime"in e)return e.toZonedDateTime("UTC").epochMilliseconds;throw new TypeError("Unwrapping a non-number value as a number")}toString(e){if(e)try{return e.memoizeIntlObject(Intl.DateTimeFormat,this.opts).format(this.value)}catch(t){e.reportError(t);}return typeof this.value=="number"||this.value instanceof Date?new Date(this.value).toISOString():this.value.toString()}};var B$1=100,se$1="\u2068",ae="\u2069";function ue(r,e,t){if(t===e||t instanceof f&&e instanceof f&&t.value===e.value)return  true;if(e instanceof f&&typeof t=="string"){let i=r.memoizeIntlObject(Intl.PluralRules,e.opts).select(e.value);if(t===i)return  true}return  false}function k$1(r,e,t){return e[t]?w$1(r,e[t].value):(r.reportError(new RangeError("No default")),new u)}function I$1(r,e){let t=[],i=Object.create(null);for(let s of e)s.type==="narg"?i[s.name]=y$1(r,s.value):t.push(y$1(r,s));return {positional:t,named:i}}function y$1(r,e){switch(e.type){case "str":return e.value;case "num":return new f(e.value,{minimumFractionDigits:e.precision});case "var":return le(r,e);case "mesg":return fe(r,e);case "term":return ce(r,e);case "func":return Ee(r,e);case "select":return he(r,e);default:return new u}}function le(r,{name:e}){let t;if(r.params)if(Object.prototype.hasOwnProperty.call(r.params,e))t=r.params[e];else return new u(`$${e}`);else if(r.args&&Object.prototype.hasOwnProperty.call(r.args,e))t=r.args[e];else return r.reportError(new ReferenceError(`Unknown variable: $${e}`)),new u(`$${e}`);if(t instanceof E$1)return t;switch(typeof t){case "string":return t;case "number":return new f(t);case "object":if(h.supportsValue(t))return new h(t);default:return r.reportError(new TypeError(`Variable type not supported: $${e}, ${typeof t}`)),new u(`$${e}`)}}function fe(r,{name:e,attr:t}){let i=r.bundle._messages.get(e);if(!i)return r.reportError(new ReferenceError(`Unknown message: ${e}`)),new u(e);if(t){let s=i.attributes[t];return s?w$1(r,s):(r.reportError(new ReferenceError(`Unknown attribute: ${t}`)),new u(`${e}.${t}`))}return i.value?w$1(r,i.value):(r.reportError(new ReferenceError(`No value: ${e}`)),new u(e))}function ce(r,{name:e,attr:t,args:i}){let s=`-${e}`,a=r.bundle._terms.get(s);if(!a)return r.reportError(new ReferenceError(`Unknown term: ${s}`)),new u(s);if(t){let m=a.attributes[t];if(m){r.params=I$1(r,i).named;let R=w$1(r,m);return r.params=null,R}return r.reportError(new ReferenceError(`Unknown attribute: ${t}`)),new u(`${s}.${t}`)}r.params=I$1(r,i).named;let d=w$1(r,a.value);return r.params=null,d}function Ee(r,{name:e,args:t}){let i=r.bundle._functions[e];if(!i)return r.reportError(new ReferenceError(`Unknown function: ${e}()`)),new u(`${e}()`);if(typeof i!="function")return r.reportError(new TypeError(`Function ${e}() is not callable`)),new u(`${e}()`);try{let s=I$1(r,t);return i(s.positional,s.named)}catch(s){return r.reportError(s),new u(`${e}()`)}}function he(r,{selector:e,variants:t,star:i}){let s=y$1(r,e);if(s instanceof u)return k$1(r,t,i);for(let a of t){let d=y$1(r,a.key);if(ue(r,s,d))return w$1(r,a.value)}return k$1(r,t,i)}function O$1(r,e){if(r.dirty.has(e))return r.reportError(new RangeError("Cyclic reference")),new u;r.dirty.add(e);let t=[],i=r.bundle._useIsolating&&e.length>1;for(let s of e){if(typeof s=="string"){t.push(r.bundle._transform(s));continue}if(r.placeables++,r.placeables>B$1)throw r.dirty.delete(e),new RangeError(`Too many placeables expanded: ${r.placeables}, max allowed is ${B$1}`);i&&t.push(se$1),t.push(y$1(r,s).toString(r)),i&&t.push(ae);}return r.dirty.delete(e),t.join("")}function w$1(r,e){return typeof e=="string"?r.bundle._transform(e):O$1(r,e)}var b$1=class b{constructor(e,t,i){this.dirty=new WeakSet,this.params=null,this.placeables=0,this.bundle=e,this.errors=t,this.args=i;}reportError(e){if(!this.errors||!(e instanceof Error))throw e;this.errors.push(e);}memoizeIntlObject(e,t){let i=this.bundle._intls.get(e);i||(i={},this.bundle._intls.set(e,i));let s=JSON.stringify(t);return i[s]||(i[s]=new e(this.bundle.locales,t)),i[s]}};function $(r,e){let t=Object.create(null);for(let[i,s]of Object.entries(r))e.includes(i)&&(t[i]=s.valueOf());return t}var K$1=["unitDisplay","currencyDisplay","useGrouping","minimumIntegerDigits","minimumFractionDigits","maximumFractionDigits","minimumSignificantDigits","maximumSignificantDigits"];function z$1(r,e){let t=r[0];if(t instanceof u)return new u(`NUMBER(${t.valueOf()})`);if(t instanceof f)return new f(t.valueOf(),{...t.opts,...$(e,K$1)});if(t instanceof h)return new f(t.toNumber(),{...$(e,K$1)});throw new TypeError("Invalid argument to NUMBER")}var me=["dateStyle","timeStyle","fractionalSecondDigits","dayPeriod","hour12","weekday","era","year","month","day","hour","minute","second","timeZoneName"];function Z$1(r,e){let t=r[0];if(t instanceof u)return new u(`DATETIME(${t.valueOf()})`);if(t instanceof h||t instanceof f)return new h(t,$(e,me));throw new TypeError("Invalid argument to DATETIME")}var V$1=new Map;function G$1(r){let e=Array.isArray(r)?r.join(" "):r,t=V$1.get(e);return t===void 0&&(t=new Map,V$1.set(e,t)),t}var _$1=class _{constructor(e,{functions:t,useIsolating:i=true,transform:s=a=>a}={}){this._terms=new Map,this._messages=new Map,this.locales=Array.isArray(e)?e:[e],this._functions={NUMBER:z$1,DATETIME:Z$1,...t},this._useIsolating=i,this._transform=s,this._intls=G$1(e);}hasMessage(e){return this._messages.has(e)}getMessage(e){return this._messages.get(e)}addResource(e,{allowOverrides:t=false}={}){let i=[];for(let s=0;s<e.body.length;s++){let a=e.body[s];if(a.id.startsWith("-")){if(t===false&&this._terms.has(a.id)){i.push(new Error(`Attempt to override an existing term: "${a.id}"`));continue}this._terms.set(a.id,a);}else {if(t===false&&this._messages.has(a.id)){i.push(new Error(`Attempt to override an existing message: "${a.id}"`));continue}this._messages.set(a.id,a);}}return i}formatPattern(e,t=null,i=null){if(typeof e=="string")return this._transform(e);let s=new b$1(this,i,t);try{return O$1(s,e).toString(s)}catch(a){if(s.errors&&a instanceof Error)return s.errors.push(a),new u().toString(s);throw a}}};var D$1=/^(-?[a-zA-Z][\w-]*) *= */gm,W$1=/\.([a-zA-Z][\w-]*) *= */y,de=/\*?\[/y,M=/(-?[0-9]+(?:\.([0-9]+))?)/y,pe=/([a-zA-Z][\w-]*)/y,q$1=/([$-])?([a-zA-Z][\w-]*)(?:\.([a-zA-Z][\w-]*))?/y,we=/^[A-Z][A-Z0-9_-]*$/,T$1=/([^{}\n\r]+)/y,ge=/([^\\"\n\r]*)/y,X=/\\([\\"])/y,J=/\\u([a-fA-F0-9]{4})|\\U([a-fA-F0-9]{6})/y,ye=/^\n+/,Y$1=/ +$/,be=/ *\r?\n/g,_e=/( *)$/,Te=/{\s*/y,H$1=/\s*}/y,xe=/\[\s*/y,Se=/\s*] */y,Re=/\s*\(\s*/y,ve=/\s*->\s*/y,Ne=/\s*:\s*/y,Ae=/\s*,?\s*/y,Ie=/\s+/y,x$1=class x{constructor(e){this.body=[],D$1.lastIndex=0;let t=0;for(;;){let n=D$1.exec(e);if(n===null)break;t=D$1.lastIndex;try{this.body.push(R(n[1]));}catch(o){if(o instanceof SyntaxError)continue;throw o}}function i(n){return n.lastIndex=t,n.test(e)}function s(n,o){if(e[t]===n)return t++,true;if(o)throw new o(`Expected ${n}`);return  false}function a(n,o){if(i(n))return t=n.lastIndex,true;if(o)throw new o(`Expected ${n.toString()}`);return  false}function d(n){n.lastIndex=t;let o=n.exec(e);if(o===null)throw new SyntaxError(`Expected ${n.toString()}`);return t=n.lastIndex,o}function m(n){return d(n)[1]}function R(n){let o=v(),l=Q();if(o===null&&Object.keys(l).length===0)throw new SyntaxError("Expected message value or attributes");return {id:n,value:o,attributes:l}}function Q(){let n=Object.create(null);for(;i(W$1);){let o=m(W$1),l=v();if(l===null)throw new SyntaxError("Expected attribute value");n[o]=l;}return n}function v(){let n;if(i(T$1)&&(n=m(T$1)),e[t]==="{"||e[t]==="}")return N(n?[n]:[],1/0);let o=C();return o?n?N([n,o],o.length):(o.value=A(o.value,ye),N([o],o.length)):n?A(n,Y$1):null}function N(n=[],o){for(;;){if(i(T$1)){n.push(m(T$1));continue}if(e[t]==="{"){n.push(F());continue}if(e[t]==="}")throw new SyntaxError("Unbalanced closing brace");let c=C();if(c){n.push(c),o=Math.min(o,c.length);continue}break}let l=n.length-1,p=n[l];typeof p=="string"&&(n[l]=A(p,Y$1));let g=[];for(let c of n)c instanceof S&&(c=c.value.slice(0,c.value.length-o)),c&&g.push(c);return g}function F(){a(Te,SyntaxError);let n=P();if(a(H$1))return n;if(a(ve)){let o=re();return a(H$1,SyntaxError),{type:"select",selector:n,...o}}throw new SyntaxError("Unclosed placeable")}function P(){if(e[t]==="{")return F();if(i(q$1)){let[,n,o,l=null]=d(q$1);if(n==="$")return {type:"var",name:o};if(a(Re)){let p=ee();if(n==="-")return {type:"term",name:o,attr:l,args:p};if(we.test(o))return {type:"func",name:o,args:p};throw new SyntaxError("Function names must be all upper-case")}return n==="-"?{type:"term",name:o,attr:l,args:[]}:{type:"mesg",name:o,attr:l}}return U()}function ee(){let n=[];for(;;){switch(e[t]){case ")":return t++,n;case void 0:throw new SyntaxError("Unclosed argument list")}n.push(te()),a(Ae);}}function te(){let n=P();return n.type!=="mesg"?n:a(Ne)?{type:"narg",name:n.name,value:U()}:n}function re(){let n=[],o=0,l;for(;i(de);){s("*")&&(l=o);let p=ne(),g=v();if(g===null)throw new SyntaxError("Expected variant value");n[o++]={key:p,value:g};}if(o===0)return null;if(l===void 0)throw new SyntaxError("Expected default variant");return {variants:n,star:l}}function ne(){a(xe,SyntaxError);let n;return i(M)?n=L():n={type:"str",value:m(pe)},a(Se,SyntaxError),n}function U(){if(i(M))return L();if(e[t]==='"')return ie();throw new SyntaxError("Invalid expression")}function L(){let[,n,o=""]=d(M),l=o.length;return {type:"num",value:parseFloat(n),precision:l}}function ie(){s('"',SyntaxError);let n="";for(;;){if(n+=m(ge),e[t]==="\\"){n+=oe();continue}if(s('"'))return {type:"str",value:n};throw new SyntaxError("Unclosed string literal")}}function oe(){if(i(X))return m(X);if(i(J)){let[,n,o]=d(J),l=parseInt(n||o,16);return l<=55295||57344<=l?String.fromCodePoint(l):"\uFFFD"}throw new SyntaxError("Unknown escape sequence")}function C(){let n=t;switch(a(Ie),e[t]){case ".":case "[":case "*":case "}":case void 0:return  false;case "{":return j(e.slice(n,t))}return e[t-1]===" "?j(e.slice(n,t)):false}function A(n,o){return n.replace(o,"")}function j(n){let o=n.replace(be,`
`),l=_e.exec(n)[1].length;return new S(o,l)}}},S=class{constructor(e,t){this.value=e,this.length=t;}};

/**
 * Every sentence a person reads, from Fluent files in web/text/<language>/<area>.ftl. The one piece of state a module of this app keeps:
 * the language of the page.
 *
 * `?lang=en-XA` shows every sentence accented and 40 % longer, `?lang=ar-XB` from right to left: to look at layouts until translations exist.
 */

/** @typedef {Record<string, string|number|Date>} Args */

const LANGUAGES = ['en'];
const ACCENTED = new Map([...'aceinouyAEINOUY'].map((letter, i) => [letter, [...'àçéîñôûýÀÉÎÑÔÛÝ'][i] ?? letter]));

/** @param {string} text accented and longer by 40 %, in brackets so that cut ends are seen */
function lengthen(text) {
  const accented = [...text].map((letter) => ACCENTED.get(letter) ?? letter).join('');
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters ? `${accented}${'·'.repeat(Math.ceil(letters.length * 0.4))}` : text;
}

/** Forces right-to-left order on text that is not. @param {string} text */
const mirror = (text) => (/\p{L}/u.test(text) ? `\u202e${text}\u202c` : text);

/**
 * @param {object} world
 * @param {(path: string) => Promise<string>} world.read the text of a file of the app
 * @param {readonly string[]} world.wanted languages the person prefers, best first; pseudo-locales count
 */
function createText({ read, wanted }) {
  const pseudo = wanted[0] === 'en-XA' || wanted[0] === 'ar-XB' ? wanted[0] : null;
  const language = wanted.map((tag) => tag.split('-')[0] ?? '').find((tag) => LANGUAGES.includes(tag)) ?? 'en';
  const transform = pseudo === 'en-XA' ? lengthen : pseudo === 'ar-XB' ? mirror : undefined;
  const bundle = new _$1(language, { useIsolating: true, ...(transform ? { transform } : {}) });
  /** @type {Map<string, Promise<void>>} */ const files = new Map();
  /** @type {Map<string, Promise<any>>} */ const contents = new Map();

  /** @param {string} area */
  const fileOf = (area) => (TODAY.includes(area) ? `/packs/today.${language}.ftl` : `/text/${language}/${area}.ftl`);

  /** @param {string} file */
  const loadFile = async (file) => {
    const errors = bundle.addResource(new x$1(await read(file)));
    if (errors.length > 0) throw errors[0];
  };

  return {
    language,
    /** @type {'ltr'|'rtl'} */ direction: pseudo === 'ar-XB' ? 'rtl' : 'ltr',
    /** BCP 47 tag for dates and numbers */
    tag: wanted.find((tag) => tag.startsWith(language)) ?? language,

    /** @param {...string} names areas a screen needs; loaded once */
    async load(...names) {
      await Promise.all(
        names.map(fileOf).map((file) => {
          const loading = files.get(file) ?? loadFile(file);
          files.set(file, loading);
          loading.catch(() => files.delete(file)); // offline at the first start: the next visit tries again
          return loading;
        }),
      );
    },

    /** @param {'feelings'|'needs'|'questions'|'skies'|'pictures'|'helplines'|'values'|'gentle'} name @returns {Promise<any>} content data of this language */
    content(name) {
      const loading = contents.get(name) ?? read(`/text/${language}/content/${name}.json`).then(JSON.parse);
      contents.set(name, loading);
      loading.catch(() => contents.delete(name));
      return loading;
    },

    /**
     * @param {string} id @param {Args} [args] @returns {string} without the invisible marks around arguments when the page's direction needs none
     */
    t(id, args = {}) {
      const message = bundle.getMessage(id);
      if (!message?.value) return '';
      /** @type {Error[]} */ const errors = [];
      const text = bundle.formatPattern(message.value, args, errors);
      return text.replace(/[\u2068\u2069]/g, (mark) => (pseudo === 'ar-XB' ? mark : ''));
    },

    /** @param {string} id */
    has: (id) => bundle.hasMessage(id),
  };
}

/** @typedef {ReturnType<typeof createText>} Text */

/** @type {Text|null} */
let current = null;

/** Called once by main.js before the first screen. @param {Text} text */
function useText(text) {
  current = text;
}

/** @returns {Text} */
function text() {
  if (!current) throw new Error('no language yet');
  return current;
}

/** @param {string} id @param {Args} [args] @returns {string} */
const t = (id, args) => text().t(id, args);

/** @type {Map<string, Intl.DateTimeFormat>} to make one takes longer than to use it a hundred times */
const formats = new Map();

/** @param {number} ms @param {Intl.DateTimeFormatOptions} options @returns {string} */
function formatted(ms, options) {
  const key = JSON.stringify([text().tag, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(text().tag, options);
  formats.set(key, format);
  return format.format(timeOf(ms));
}

/** @param {number} ms @returns {string} `20:40` as this person writes it */
const clockTime = (ms) => formatted(ms, { hour: 'numeric', minute: '2-digit' });

/** @param {number} ms @returns {string} `Tuesday 24 November`, with the year when it is not this one */
function longDate(ms) {
  const isThisYear = new Date(timeOf(ms)).getFullYear() === new Date().getFullYear();
  return formatted(ms, { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/**
 * @param {number} ms @param {{isFar?: boolean}} [how] `isFar`: it may be weeks away, so with the date
 * @returns {string} `14:26` today, else `Wednesday 14:26`
 */
function timeAhead(ms, { isFar = false } = {}) {
  const isToday = new Date(timeOf(ms)).toDateString() === new Date().toDateString();
  const date = isFar ? /** @type {const} */ ({ day: 'numeric', month: 'long' }) : {};
  return isToday ? clockTime(ms) : formatted(ms, { weekday: 'long', ...date, hour: 'numeric', minute: '2-digit' });
}

/** @param {number} ms @returns {string} `23 Nov 2026` */
const shortDate = (ms) => formatted(ms, { day: 'numeric', month: 'short', year: 'numeric' });

/** @param {number} ms @returns {string} `Mon` */
const weekday = (ms) => formatted(ms, { weekday: 'short' });

/** @param {readonly string[]} words @returns {string} `tender, worn down` */
const listed = (words) => words.join(text().direction === 'rtl' ? '، ' : ', ');

/**
 * Places by hash: `#/today`, `#/day/2026-11-24`. A screen's module is loaded when it is first shown; the title stays neutral.
 */

/** @param {import('../app/attune.js').Attune} attune */
const pairing = (attune) => attune.preparePairing();
/** @param {import('../app/attune.js').Attune} attune */
const live = (attune) => attune.prepareLive();

/** @param {import('../app/attune.js').Attune} attune */
const photos = (attune) => attune.preparePhotos();

/** @param {import('../app/attune.js').Attune} attune */
const liveAndPhotos = (attune) => Promise.all([live(attune), photos(attune)]).then(() => {});

/** @param {import('../app/attune.js').Attune} attune */
const memories = (attune) => liveAndPhotos(attune).then(() => attune.read(['memory']));

/** For lists that are not in the order of the index, or that leave much out. @param {readonly string[]} types @returns {(attune: import('../app/attune.js').Attune) => Promise<void>} */
const reading =
  (...types) =>
  (attune) =>
    live(attune).then(() => attune.read(types));

/** @type {Readonly<Record<string, {load: () => Promise<unknown>, areas: readonly string[], contents?: ReadonlyArray<'skies'|'feelings'>, prepare?: (attune: import('../app/attune.js').Attune) => Promise<void>, styles?: readonly string[], next?: string}>>} name -> module, the sentences, their data, the parts of the app and the styles it needs; the place most go to from there */
const SCREENS = Object.freeze({
  welcome: { load: () => Promise.resolve().then(() => welcomeScreen), areas: ['first-run'] },
  'server-sees': { load: () => import('./server-sees-screen.js'), areas: ['first-run'] },
  install: { load: () => import('./install-screen.js'), areas: ['first-run'] },
  invite: { load: () => import('./invite-screen.js'), areas: ['first-run', 'pairing'], prepare: pairing },
  join: { load: () => import('./join-screen.js'), areas: ['first-run', 'pairing'], prepare: pairing },
  today: {
    load: () => import('./today.js').then(n => n.todayScreen),
    areas: TODAY,
    contents: ['skies', 'feelings'],
    prepare: live,
    styles: ['practices'],
  },
  'check-in': { load: () => import('./check-in-screen.js'), areas: ['check-in'], prepare: live },
  day: { load: () => import('./day-screen.js'), areas: ['check-in', 'today'] },
  days: { load: () => import('./days-screen.js'), areas: ['check-in', 'today'] },
  journal: { load: () => import('./journal-screen.js'), areas: ['journal', 'photo', 'thanks', 'memories', 'retreat'] },
  page: { load: () => import('./page-screen.js'), areas: ['journal', 'photo'], prepare: liveAndPhotos },
  memories: {
    load: () => import('./memories-screen.js'),
    areas: ['memories', 'photo', 'practice'],
    prepare: memories,
    styles: ['practices', 'memories'],
  },
  memory: {
    load: () => import('./memory-screen.js'),
    areas: ['memories', 'photo'],
    prepare: memories,
    styles: ['practices'],
  },
  help: { load: () => import('./help-screen.js'), areas: ['help'] },
  live: {
    load: () => import('./live-screen.js'),
    areas: ['check-in', 'live', 'practice', 'offers'],
    prepare: live,
    styles: ['practices'],
  },
  practices: {
    load: () => import('./practices-screen.js'),
    areas: ['practices', 'practice', 'live', 'check-in', 'offers'],
    prepare: live,
    styles: ['practices'],
    next: 'live',
  },
  session: {
    load: () => import('./session-screen.js'),
    areas: ['practices', 'practice', 'live', 'check-in', 'values'],
    prepare: live,
    styles: ['practices'],
  },
  sessions: {
    load: () => import('./sessions-screen.js'),
    areas: ['practices', 'practice', 'live', 'check-in'],
    prepare: live,
    styles: ['practices'],
  },
  known: {
    load: () => import('./known-screen.js'),
    areas: ['practices', 'practice', 'check-in'],
    prepare: live,
    styles: ['practices'],
  },
  acts: { load: () => import('./acts-screen.js'), areas: ['acts', 'moments'], prepare: reading('act'), styles: ['practices'] },
  inventory: {
    load: () => import('./inventory-screen.js'),
    areas: ['inventory', 'self-empathy-inventory', 'practice', 'check-in', 'offers'],
    prepare: live,
    styles: ['practices'],
  },
  revisits: {
    load: () => import('./revisits-screen.js'),
    areas: ['revisits', 'practice', 'check-in'],
    prepare: live,
    styles: ['practices'],
  },
  moments: {
    load: () => import('./moments-screen.js'),
    areas: ['moments', 'photo', 'practice'],
    prepare: liveAndPhotos,
    styles: ['practices'],
  },
  values: {
    load: () => import('./values-screen.js'),
    areas: ['values', 'values-alignment', 'practice', 'check-in', 'offers'],
    prepare: live,
    styles: ['practices'],
  },
  retreat: {
    load: () => import('./retreat-screen.js'),
    areas: ['retreat', 'values', 'weekly-retreat', 'practice', 'check-in', 'offers'],
    prepare: live,
    styles: ['practices'],
  },
  thanks: {
    load: () => import('./thanks-screen.js'),
    areas: ['thanks', 'three-appreciations', 'practice'],
    prepare: reading('thanks'),
    styles: ['practices'],
  },
  wishes: {
    load: () => import('./wishes-screen.js'),
    areas: ['wishes', 'two-stars-one-wish', 'acts'],
    prepare: live,
    styles: ['practices'],
  },
  jar: {
    load: () => import('./jar-screen.js'),
    areas: ['thanks', 'three-appreciations'],
    prepare: reading('thanks'),
    styles: ['practices'],
  },
  requests: {
    load: () => import('./requests-screen.js'),
    areas: ['requests', 'responsive-reach', 'practice', 'live', 'offers'],
    prepare: reading('request'),
    styles: ['practices'],
  },
  decks: { load: () => import('./decks-screen.js'), areas: ['practices', 'practice'], prepare: live, styles: ['practices'] },
  pause: {
    load: () => import('./pause-screen.js'),
    areas: ['pause', 'practice', 'live', 'revisits', 'thanks', 'three-appreciations'],
    prepare: live,
    styles: ['practices'],
  },
  settings: { load: () => import('./settings-screen.js'), areas: ['settings', 'thanks', 'offers'], prepare: live },
});

/** Shown to somebody who has not begun yet; every other place leads them home, so that no word is typed where nothing can keep it. */
const BEFORE = ['welcome', 'server-sees', 'install', 'invite', 'join', 'help'];

/** @param {string} hash @returns {{name: string, params: string[]}|null} null: not a place */
function readPlace(hash) {
  const [name = '', ...params] = hash.replace(/^#\/?/, '').split('/').filter(Boolean);
  return name in SCREENS ? { name, params: params.map(safeDecode) } : null;
}

/** @param {string} part */
function safeDecode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/**
 * @param {HTMLElement} root @param {import('../app/shell.js').Shell} app
 * @param {{home: () => string, onShown: () => void, onFault: (error: unknown) => void}} options `home`: where an unknown place leads
 */
function startRouter(root, app, { home, onShown, onFault }) {
  let turn = 0;
  let isFirst = true;
  const show = async () => {
    turn += 1;
    const mine = turn;
    const place = readPlace(location.hash);
    if (!place || !(app.attune.me || BEFORE.includes(place.name))) {
      location.replace(home());
      return;
    }
    const screen = /** @type {(typeof SCREENS)[string]} */ (SCREENS[place.name]);
    try {
      await ready(screen, app);
    } catch (error) {
      onFault(error);
      return;
    }
    if (mine !== turn) return; // another place was asked for meanwhile
    const element = /** @type {any} */ (document.createElement(`${place.name}-screen`));
    element.app = app;
    element.params = place.params;
    root.replaceChildren(element);
    await element.updateComplete;
    window.scrollTo(0, 0);
    // A screen reader hears where it is; the first page of all is read by the browser itself.
    if (!isFirst) focusHeading(element);
    isFirst = false;
    onShown();
    if (screen.next) void prefetch(screen.next, app);
  };
  addEventListener('hashchange', show);
  return show();
}

/** @param {(typeof SCREENS)[string]} screen @param {import('../app/shell.js').Shell} app all that it needs to be shown */
const ready = (screen, app) => Promise.all([files(screen), screen.prepare?.(app.attune)]);

/** @param {(typeof SCREENS)[string]} screen */
const files = ({ load, areas, contents = [], styles = [] }) =>
  Promise.all([load(), text().load('shared', ...areas), ...contents.map((name) => text().content(name)), ...styles.map(loadStyles)]);

/** The files of the place that is asked for come while the phone's records are read. @param {string} home name of the place without one */
function fetchPlace(home) {
  const screen = SCREENS[readPlace(location.hash)?.name ?? home];
  if (screen) void files(screen).catch(() => {});
}

/** Before anybody asks for it: a pause must open with no network, from the first start on. @param {string} name @param {import('../app/shell.js').Shell} app */
const prefetch = (name, app) => ready(/** @type {(typeof SCREENS)[string]} */ (SCREENS[name]), app).catch(() => {});

/** Once, and shown without it when it cannot be had. @param {string} name @returns {Promise<void>} */
function loadStyles(name) {
  const href = `/styles/${name}.css`;
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

/** @param {HTMLElement} element */
function focusHeading(element) {
  const heading = element.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

var B=globalThis,j=B.ShadowRoot&&(B.ShadyCSS===void 0||B.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,$t=Symbol(),ut=new WeakMap,I=class{constructor(t,e,i){if(this._$cssResult$=true,i!==$t)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e;}get styleSheet(){let t=this.o,e=this.t;if(j&&t===void 0){let i=e!==void 0&&e.length===1;i&&(t=ut.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),i&&ut.set(e,t));}return t}toString(){return this.cssText}},ft=s=>new I(typeof s=="string"?s:s+"",void 0,$t);var _t=(s,t)=>{if(j)s.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let i=document.createElement("style"),r=B.litNonce;r!==void 0&&i.setAttribute("nonce",r),i.textContent=e.cssText,s.appendChild(i);}},tt=j?s=>s:s=>s instanceof CSSStyleSheet?(t=>{let e="";for(let i of t.cssRules)e+=i.cssText;return ft(e)})(s):s;var{is:kt,defineProperty:Lt,getOwnPropertyDescriptor:Bt,getOwnPropertyNames:It,getOwnPropertySymbols:jt,getPrototypeOf:Vt}=Object,V=globalThis,mt=V.trustedTypes,zt=mt?mt.emptyScript:"",Gt=V.reactiveElementPolyfillSupport,O=(s,t)=>s,et={toAttribute(s,t){switch(t){case Boolean:s=s?zt:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s);}return s},fromAttribute(s,t){let e=s;switch(t){case Boolean:e=s!==null;break;case Number:e=s===null?null:Number(s);break;case Object:case Array:try{e=JSON.parse(s);}catch{e=null;}}return e}},vt=(s,t)=>!kt(s,t),At={attribute:true,type:String,converter:et,reflect:false,useDefault:false,hasChanged:vt};Symbol.metadata??=Symbol("metadata"),V.litPropertyMetadata??=new WeakMap;var y=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t);}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=At){if(e.state&&(e.attribute=false),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=true),this.elementProperties.set(t,e),!e.noAccessor){let i=Symbol(),r=this.getPropertyDescriptor(t,i,e);r!==void 0&&Lt(this.prototype,t,r);}}static getPropertyDescriptor(t,e,i){let{get:r,set:o}=Bt(this.prototype,t)??{get(){return this[e]},set(n){this[e]=n;}};return {get:r,set(n){let l=r?.call(this);o?.call(this,n),this.requestUpdate(t,l,i);},configurable:true,enumerable:true}}static getPropertyOptions(t){return this.elementProperties.get(t)??At}static _$Ei(){if(this.hasOwnProperty(O("elementProperties")))return;let t=Vt(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties);}static finalize(){if(this.hasOwnProperty(O("finalized")))return;if(this.finalized=true,this._$Ei(),this.hasOwnProperty(O("properties"))){let e=this.properties,i=[...It(e),...jt(e)];for(let r of i)this.createProperty(r,e[r]);}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[i,r]of e)this.elementProperties.set(i,r);}this._$Eh=new Map;for(let[e,i]of this.elementProperties){let r=this._$Eu(e,i);r!==void 0&&this._$Eh.set(r,e);}this.elementStyles=this.finalizeStyles(this.styles);}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let i=new Set(t.flat(1/0).reverse());for(let r of i)e.unshift(tt(r));}else t!==void 0&&e.push(tt(t));return e}static _$Eu(t,e){let i=e.attribute;return i===false?void 0:typeof i=="string"?i:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=false,this.hasUpdated=false,this._$Em=null,this._$Ev();}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this));}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.();}removeController(t){this._$EO?.delete(t);}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let i of e.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t);}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return _t(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(true),this._$EO?.forEach(t=>t.hostConnected?.());}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.());}attributeChangedCallback(t,e,i){this._$AK(t,i);}_$ET(t,e){let i=this.constructor.elementProperties.get(t),r=this.constructor._$Eu(t,i);if(r!==void 0&&i.reflect===true){let o=(i.converter?.toAttribute!==void 0?i.converter:et).toAttribute(e,i.type);this._$Em=t,o==null?this.removeAttribute(r):this.setAttribute(r,o),this._$Em=null;}}_$AK(t,e){let i=this.constructor,r=i._$Eh.get(t);if(r!==void 0&&this._$Em!==r){let o=i.getPropertyOptions(r),n=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:et;this._$Em=r;let l=n.fromAttribute(e,o.type);this[r]=l??this._$Ej?.get(r)??l,this._$Em=null;}}requestUpdate(t,e,i,r=false,o){if(t!==void 0){let n=this.constructor;if(r===false&&(o=this[t]),i??=n.getPropertyOptions(t),!((i.hasChanged??vt)(o,e)||i.useDefault&&i.reflect&&o===this._$Ej?.get(t)&&!this.hasAttribute(n._$Eu(t,i))))return;this.C(t,e,i);}this.isUpdatePending===false&&(this._$ES=this._$EP());}C(t,e,{useDefault:i,reflect:r,wrapped:o},n){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,n??e??this[t]),o!==true||n!==void 0)||(this._$AL.has(t)||(this.hasUpdated||i||(e=void 0),this._$AL.set(t,e)),r===true&&this._$Em!==t&&(this._$Eq??=new Set).add(t));}async _$EP(){this.isUpdatePending=true;try{await this._$ES;}catch(e){Promise.reject(e);}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,o]of this._$Ep)this[r]=o;this._$Ep=void 0;}let i=this.constructor.elementProperties;if(i.size>0)for(let[r,o]of i){let{wrapped:n}=o,l=this[r];n!==true||this._$AL.has(r)||l===void 0||this.C(r,void 0,o,l);}}let t=false,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(e)):this._$EM();}catch(i){throw t=false,this._$EM(),i}t&&this._$AE(e);}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=true,this.firstUpdated(t)),this.updated(t);}_$EM(){this._$AL=new Map,this.isUpdatePending=false;}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return  true}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM();}updated(t){}firstUpdated(t){}};y.elementStyles=[],y.shadowRootOptions={mode:"open"},y[O("elementProperties")]=new Map,y[O("finalized")]=new Map,Gt?.({ReactiveElement:y}),(V.reactiveElementVersions??=[]).push("2.1.2");var it=globalThis,gt=s=>s,z=it.trustedTypes,yt=z?z.createPolicy("lit-html",{createHTML:s=>s}):void 0,rt="$lit$",E=`lit$${Math.random().toFixed(9).slice(2)}$`,ot="?"+E,Wt=`<${ot}>`,b=document,H=()=>b.createComment(""),D=s=>s===null||typeof s!="object"&&typeof s!="function",nt=Array.isArray,Tt=s=>nt(s)||typeof s?.[Symbol.iterator]=="function",st=`[ 	
\f\r]`,N=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Et=/-->/g,St=/>/g,C=RegExp(`>|${st}(?:([^\\s"'>=/]+)(${st}*=${st}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ct=/'/g,xt=/"/g,Pt=/^(?:script|style|textarea|title)$/i,ht=s=>(t,...e)=>({_$litType$:s,strings:t,values:e}),qt=ht(1),Kt=ht(2),_=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),bt=new WeakMap,x=b.createTreeWalker(b,129);function wt(s,t){if(!nt(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return yt!==void 0?yt.createHTML(t):t}var Ut=(s,t)=>{let e=s.length-1,i=[],r,o=t===2?"<svg>":t===3?"<math>":"",n=N;for(let l=0;l<e;l++){let h=s[l],p,$,a=-1,u=0;for(;u<h.length&&(n.lastIndex=u,$=n.exec(h),$!==null);)u=n.lastIndex,n===N?$[1]==="!--"?n=Et:$[1]!==void 0?n=St:$[2]!==void 0?(Pt.test($[2])&&(r=RegExp("</"+$[2],"g")),n=C):$[3]!==void 0&&(n=C):n===C?$[0]===">"?(n=r??N,a=-1):$[1]===void 0?a=-2:(a=n.lastIndex-$[2].length,p=$[1],n=$[3]===void 0?C:$[3]==='"'?xt:Ct):n===xt||n===Ct?n=C:n===Et||n===St?n=N:(n=C,r=void 0);let c=n===C&&s[l+1].startsWith("/>")?" ":"";o+=n===N?h+Wt:a>=0?(i.push(p),h.slice(0,a)+rt+h.slice(a)+E+c):h+E+(a===-2?l:c);}return [wt(s,o+(s[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),i]},k=class s{constructor({strings:t,_$litType$:e},i){let r;this.parts=[];let o=0,n=0,l=t.length-1,h=this.parts,[p,$]=Ut(t,e);if(this.el=s.createElement(p,i),x.currentNode=this.el.content,e===2||e===3){let a=this.el.content.firstChild;a.replaceWith(...a.childNodes);}for(;(r=x.nextNode())!==null&&h.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let a of r.getAttributeNames())if(a.endsWith(rt)){let u=$[n++],c=r.getAttribute(a).split(E),f=/([.?@])?(.*)/.exec(u);h.push({type:1,index:o,name:f[2],strings:c,ctor:f[1]==="."?W:f[1]==="?"?q:f[1]==="@"?K:P}),r.removeAttribute(a);}else a.startsWith(E)&&(h.push({type:6,index:o}),r.removeAttribute(a));if(Pt.test(r.tagName)){let a=r.textContent.split(E),u=a.length-1;if(u>0){r.textContent=z?z.emptyScript:"";for(let c=0;c<u;c++)r.append(a[c],H()),x.nextNode(),h.push({type:2,index:++o});r.append(a[u],H());}}}else if(r.nodeType===8)if(r.data===ot)h.push({type:2,index:o});else {let a=-1;for(;(a=r.data.indexOf(E,a+1))!==-1;)h.push({type:7,index:o}),a+=E.length-1;}o++;}}static createElement(t,e){let i=b.createElement("template");return i.innerHTML=t,i}};function T(s,t,e=s,i){if(t===_)return t;let r=i!==void 0?e._$Co?.[i]:e._$Cl,o=D(t)?void 0:t._$litDirective$;return r?.constructor!==o&&(r?._$AO?.(false),o===void 0?r=void 0:(r=new o(s),r._$AT(s,e,i)),i!==void 0?(e._$Co??=[])[i]=r:e._$Cl=r),r!==void 0&&(t=T(s,r._$AS(s,t.values),r,i)),t}var G=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e;}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:i}=this._$AD,r=(t?.creationScope??b).importNode(e,true);x.currentNode=r;let o=x.nextNode(),n=0,l=0,h=i[0];for(;h!==void 0;){if(n===h.index){let p;h.type===2?p=new U(o,o.nextSibling,this,t):h.type===1?p=new h.ctor(o,h.name,h.strings,this,t):h.type===6&&(p=new Y(o,this,t)),this._$AV.push(p),h=i[++l];}n!==h?.index&&(o=x.nextNode(),n++);}return x.currentNode=b,r}p(t){let e=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(t,i,e),e+=i.strings.length-2):i._$AI(t[e])),e++;}},U=class s{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,i,r){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=i,this.options=r,this._$Cv=r?.isConnected??true;}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=T(this,t,e),D(t)?t===d||t==null||t===""?(this._$AH!==d&&this._$AR(),this._$AH=d):t!==this._$AH&&t!==_&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Tt(t)?this.k(t):this._(t);}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t));}_(t){this._$AH!==d&&D(this._$AH)?this._$AA.nextSibling.data=t:this.T(b.createTextNode(t)),this._$AH=t;}$(t){let{values:e,_$litType$:i}=t,r=typeof i=="number"?this._$AC(t):(i.el===void 0&&(i.el=k.createElement(wt(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===r)this._$AH.p(e);else {let o=new G(r,this),n=o.u(this.options);o.p(e),this.T(n),this._$AH=o;}}_$AC(t){let e=bt.get(t.strings);return e===void 0&&bt.set(t.strings,e=new k(t)),e}k(t){nt(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,i,r=0;for(let o of t)r===e.length?e.push(i=new s(this.O(H()),this.O(H()),this,this.options)):i=e[r],i._$AI(o),r++;r<e.length&&(this._$AR(i&&i._$AB.nextSibling,r),e.length=r);}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(false,true,e);t!==this._$AB;){let i=gt(t).nextSibling;gt(t).remove(),t=i;}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t));}},P=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,i,r,o){this.type=1,this._$AH=d,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=o,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=d;}_$AI(t,e=this,i,r){let o=this.strings,n=false;if(o===void 0)t=T(this,t,e,0),n=!D(t)||t!==this._$AH&&t!==_,n&&(this._$AH=t);else {let l=t,h,p;for(t=o[0],h=0;h<o.length-1;h++)p=T(this,l[i+h],e,h),p===_&&(p=this._$AH[h]),n||=!D(p)||p!==this._$AH[h],p===d?t=d:t!==d&&(t+=(p??"")+o[h+1]),this._$AH[h]=p;}n&&!r&&this.j(t);}j(t){t===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"");}},W=class extends P{constructor(){super(...arguments),this.type=3;}j(t){this.element[this.name]=t===d?void 0:t;}},q=class extends P{constructor(){super(...arguments),this.type=4;}j(t){this.element.toggleAttribute(this.name,!!t&&t!==d);}},K=class extends P{constructor(t,e,i,r,o){super(t,e,i,r,o),this.type=5;}_$AI(t,e=this){if((t=T(this,t,e,0)??d)===_)return;let i=this._$AH,r=t===d&&i!==d||t.capture!==i.capture||t.once!==i.once||t.passive!==i.passive,o=t!==d&&(i===d||r);r&&this.element.removeEventListener(this.name,this,i),o&&this.element.addEventListener(this.name,this,t),this._$AH=t;}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t);}},Y=class{constructor(t,e,i){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=i;}get _$AU(){return this._$AM._$AU}_$AI(t){T(this,t);}},Yt=it.litHtmlPolyfillSupport;Yt?.(k,U),(it.litHtmlVersions??=[]).push("3.3.3");var at=(s,t,e)=>{let i=e?.renderBefore??t,r=i._$litPart$;if(r===void 0){let o=e?.renderBefore??null;i._$litPart$=r=new U(t.insertBefore(H(),o),o,void 0,e??{});}return r._$AI(s),r};var lt=globalThis,w=class extends y{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0;}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=at(e,this.renderRoot,this.renderOptions);}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(true);}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(false);}render(){return _}};w._$litElement$=true,w.finalized=true,lt.litElementHydrateSupport?.({LitElement:w});var Ft=lt.litElementPolyfillSupport;Ft?.({LitElement:w});(lt.litElementVersions??=[]).push("4.2.2");var A={CHILD:2},v=s=>(...t)=>({_$litDirective$:s,values:t}),m=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,i){this._$Ct=t,this._$AM=e,this._$Ci=i;}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var F=s=>s.strings===void 0;var L=(s,t)=>{let e=s._$AN;if(e===void 0)return  false;for(let i of e)i._$AO?.(t,false),L(i,t);return  true},Q=s=>{let t,e;do{if((t=s._$AM)===void 0)break;e=t._$AN,e.delete(s),s=t;}while(e?.size===0)},Dt=s=>{for(let t;t=s._$AM;s=t){let e=t._$AN;if(e===void 0)t._$AN=e=new Set;else if(e.has(s))break;e.add(s),se(t);}};function te(s){this._$AN!==void 0?(Q(this),this._$AM=s,Dt(this)):this._$AM=s;}function ee(s,t=false,e=0){let i=this._$AH,r=this._$AN;if(r!==void 0&&r.size!==0)if(t)if(Array.isArray(i))for(let o=e;o<i.length;o++)L(i[o],false),Q(i[o]);else i!=null&&(L(i,false),Q(i));else L(this,s);}var se=s=>{s.type==A.CHILD&&(s._$AP??=ee,s._$AQ??=te);},Z=class extends m{constructor(){super(...arguments),this._$AN=void 0;}_$AT(t,e,i){super._$AT(t,e,i),Dt(this),this.isConnected=t._$AU;}_$AO(t,e=true){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),e&&(L(this,t),Q(this));}setValue(t){if(F(this._$Ct))this._$Ct._$AI(t,this);else {let e=[...this._$Ct._$AH];e[this._$Ci]=t,this._$Ct._$AI(e,this,0);}}disconnected(){}reconnected(){}};var ie=()=>new dt,dt=class{},ct=new WeakMap,re=v(class extends Z{render(s){return d}update(s,[t]){let e=t!==this.G;return e&&this.rt(void 0),(e||this.lt!==this.ct)&&(this.G=t,this.ht=s.options?.host,this.rt(this.ct=s.element)),d}rt(s){if(this.G!==void 0)if(this.isConnected||(s=void 0),typeof this.G=="function"){let t=this.ht??globalThis,e=ct.get(t);e===void 0&&(e=new WeakMap,ct.set(t,e)),e.get(this.G)!==void 0&&this.G.call(this.ht,void 0),e.set(this.G,s),s!==void 0&&this.G.call(this.ht,s);}else this.G.value=s;}get lt(){return typeof this.G=="function"?ct.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0);}reconnected(){this.rt(this.ct);}});/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
lit-html/directive.js:
lit-html/directives/repeat.js:
lit-html/async-directive.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
lit-html/directives/live.js:
lit-html/directives/ref.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/class-map.js:
lit-html/directives/if-defined.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/keyed.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/

// Made by tools/sprites.mjs.
// Icons not drawn for Attune are from Lucide, ISC licence, see web/ui/icons-licence.txt.

/** @type {Readonly<Record<string, import('../vendor/lit.js').SVGTemplateResult>>} */
const ICONS = Object.freeze({
  'mark-you': Kt`<circle cx="12" cy="12" r="7.5" fill="currentColor" stroke="none"/>`,
  'mark-they': Kt`<path d="M12 3.2L20.8 12 12 20.8 3.2 12z" fill="currentColor" stroke="currentColor" stroke-width="1.2"/>`,
  'mark-both': Kt`<path d="M12 1.8L22.2 12 12 22.2 1.8 12z" fill="none"/><circle cx="12" cy="12" r="4.2" fill="currentColor" stroke="none"/>`,
  'place-today': Kt`<path d="M2 12h20"/><path d="M4 12a5.5 5.5 0 0 1 11 0"/><path d="M9 12a5.5 5.5 0 0 0 11 0"/>`,
  'place-practice': Kt`<rect x="4.500" y="8" width="15" height="12.500" rx="3"/><path d="M7 4.500h10M9 14.200h6"/>`,
  'place-journal': Kt`<path d="M5 3.5h11.5a2.5 2.5 0 0 1 2.5 2.5v14.5H7.5A2.5 2.5 0 0 1 5 18z"/><path d="M5 18a2.5 2.5 0 0 1 2.5-2.5H19M9 8h6"/>`,
  'place-story': Kt`<path d="M6 21c0-5 12-3.500 12-9S9 9.500 9 5"/><circle cx="9" cy="4" r="1.8"/><circle cx="18" cy="12.500" r="1.800" fill="currentColor"/><circle cx="6" cy="20.500" r="1.300"/>`,
  'place-us': Kt`<circle cx="8" cy="12" r="5.2"/><path d="M16.500 6.200L22.300 12l-5.800 5.800"/><path d="M16.500 6.200L13.800 8.900M16.500 17.800l-2.700-2.700"/>`,
  'place-pause': Kt`<path d="M8.500 5v14M15.500 5v14" stroke-width="2.600"/>`,
  'sky-clear': Kt`<circle cx="12" cy="12" r="4.5"/><path d="M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8"/>`,
  'sky-breeze': Kt`<path d="M3 10q3-4 6 0t6 0t6 0M3 17q3-4 6 0t6 0t6 0"/><circle cx="17.5" cy="4.5" r="1.6" fill="currentColor" stroke="none"/>`,
  'sky-still': Kt`<path d="M2 14h20M6.5 14a5.5 5.5 0 0 1 11 0M7 18h10M10 22h4"/>`,
  'sky-overcast': Kt`<rect x="2" y="5" width="14" height="6" rx="3"/><rect x="8" y="13" width="14" height="6" rx="3"/>`,
  'sky-fog': Kt`<path d="M8 5h12M4 9.7h9M17 9.7h3M4 14.3h3M11 14.3h9M4 19h12"/>`,
  'sky-rain': Kt`<rect x="3" y="3" width="18" height="8" rx="4"/><path d="M8 15l-1.5 5M13 15l-1.5 5M18 15l-1.5 5"/>`,
  'sky-wind': Kt`<path d="M2 9h12.5a3 3 0 1 0-3-3M2 14h17a2.8 2.8 0 1 0-2.8-2.8M2 19h9.5"/>`,
  'sky-storm': Kt`<rect x="3" y="2.5" width="18" height="8" rx="4"/><path d="M13 10.5L9 16.5h5.5L11 22"/>`,
  'sky-changing': Kt`<path d="M8.2 12.6A5 5 0 1 1 17 8.5"/><rect x="7" y="12" width="15" height="7.5" rx="3.75"/><path d="M12 1.5v1M4.6 4.6l.8.8M2 12h1"/>`,
  'sky-cannot-tell': Kt`<circle cx="12" cy="12" r="8.5" stroke-dasharray="2.4 4.3"/><path d="M9 12h6"/>`,
  archive: Kt`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,
  'arrow-down': Kt`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,
  'arrow-left': Kt`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,
  'arrow-up': Kt`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,
  bell: Kt`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,
  check: Kt`<path d="M20 6 9 17l-5-5"/>`,
  'chevron-right': Kt`<path d="m9 18 6-6-6-6"/>`,
  'circle-alert': Kt`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,
  'cloud-off': Kt`<path d="m2 2 20 20"/><path d="M5.782 5.782A7 7 0 0 0 9 19h8.5a4.5 4.5 0 0 0 1.307-.193"/><path d="M21.532 16.5A4.5 4.5 0 0 0 17.5 10h-1.79A7.008 7.008 0 0 0 10 5.07"/>`,
  copy: Kt`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,
  'door-open': Kt`<path d="M13 4h3a2 2 0 0 1 2 2v14"/><path d="M2 20h3"/><path d="M13 20h9"/><path d="M10 12v.01"/><path d="M13 4.562v16.157a1 1 0 0 1-1.242.97L5 20V5.562a2 2 0 0 1 1.515-1.94l4-1A2 2 0 0 1 13 4.561Z"/>`,
  download: Kt`<path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><polyline points="7 10 12 15 17 10"/><line x1="12" x2="12" y1="15" y2="3"/>`,
  ellipsis: Kt`<circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/><circle cx="5" cy="12" r="1"/>`,
  'eye-off': Kt`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,
  'file-text': Kt`<path d="M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7Z"/><path d="M14 2v4a2 2 0 0 0 2 2h4"/><path d="M10 9H8"/><path d="M16 13H8"/><path d="M16 17H8"/>`,
  footprints: Kt`<path d="M4 16v-2.38C4 11.5 2.97 10.5 3 8c.03-2.72 1.49-6 4.5-6C9.37 2 10 3.8 10 5.5c0 3.11-2 5.66-2 8.68V16a2 2 0 1 1-4 0Z"/><path d="M20 20v-2.38c0-2.12 1.03-3.12 1-5.62-.03-2.72-1.49-6-4.5-6C14.63 6 14 7.8 14 9.5c0 3.11 2 5.66 2 8.68V20a2 2 0 1 0 4 0Z"/><path d="M16 17h4"/><path d="M4 13h4"/>`,
  image: Kt`<rect width="18" height="18" x="3" y="3" rx="2" ry="2"/><circle cx="9" cy="9" r="2"/><path d="m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21"/>`,
  info: Kt`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,
  'key-round': Kt`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,
  lock: Kt`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,
  'message-circle-off': Kt`<path d="M20.5 14.9A9 9 0 0 0 9.1 3.5"/><path d="m2 2 20 20"/><path d="M5.6 5.6C3 8.3 2.2 12.5 4 16l-2 6 6-2c3.4 1.8 7.6 1.1 10.3-1.7"/>`,
  music: Kt`<path d="M9 18V5l12-2v13"/><circle cx="6" cy="18" r="3"/><circle cx="18" cy="16" r="3"/>`,
  pencil: Kt`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,
  plus: Kt`<path d="M5 12h14"/><path d="M12 5v14"/>`,
  'scan-qr-code': Kt`<path d="M17 12v4a1 1 0 0 1-1 1h-4"/><path d="M17 3h2a2 2 0 0 1 2 2v2"/><path d="M17 8V7"/><path d="M21 17v2a2 2 0 0 1-2 2h-2"/><path d="M3 7V5a2 2 0 0 1 2-2h2"/><path d="M7 17h.01"/><path d="M7 21H5a2 2 0 0 1-2-2v-2"/><rect x="7" y="7" width="5" height="5" rx="1"/>`,
  search: Kt`<circle cx="11" cy="11" r="8"/><path d="m21 21-4.3-4.3"/>`,
  send: Kt`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,
  settings: Kt`<path d="M12.22 2h-.44a2 2 0 0 0-2 2v.18a2 2 0 0 1-1 1.73l-.43.25a2 2 0 0 1-2 0l-.15-.08a2 2 0 0 0-2.73.73l-.22.38a2 2 0 0 0 .73 2.73l.15.1a2 2 0 0 1 1 1.72v.51a2 2 0 0 1-1 1.74l-.15.09a2 2 0 0 0-.73 2.73l.22.38a2 2 0 0 0 2.73.73l.15-.08a2 2 0 0 1 2 0l.43.25a2 2 0 0 1 1 1.73V20a2 2 0 0 0 2 2h.44a2 2 0 0 0 2-2v-.18a2 2 0 0 1 1-1.73l.43-.25a2 2 0 0 1 2 0l.15.08a2 2 0 0 0 2.73-.73l.22-.39a2 2 0 0 0-.73-2.73l-.15-.08a2 2 0 0 1-1-1.74v-.5a2 2 0 0 1 1-1.74l.15-.09a2 2 0 0 0 .73-2.73l-.22-.38a2 2 0 0 0-2.73-.73l-.15.08a2 2 0 0 1-2 0l-.43-.25a2 2 0 0 1-1-1.73V4a2 2 0 0 0-2-2z"/><circle cx="12" cy="12" r="3"/>`,
  'share-2': Kt`<circle cx="18" cy="5" r="3"/><circle cx="6" cy="12" r="3"/><circle cx="18" cy="19" r="3"/><line x1="8.59" x2="15.42" y1="13.51" y2="17.49"/><line x1="15.41" x2="8.59" y1="6.51" y2="10.49"/>`,
  smartphone: Kt`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,
  square: Kt`<rect width="18" height="18" x="3" y="3" rx="2"/>`,
  'square-plus': Kt`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M8 12h8"/><path d="M12 8v8"/>`,
  'trash-2': Kt`<path d="M3 6h18"/><path d="M19 6v14c0 1-1 2-2 2H7c-1 0-2-1-2-2V6"/><path d="M8 6V4c0-1 1-2 2-2h4c1 0 2 1 2 2v2"/><line x1="10" x2="10" y1="11" y2="17"/><line x1="14" x2="14" y1="11" y2="17"/>`,
  'undo-2': Kt`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,
  'user-round': Kt`<circle cx="12" cy="8" r="5"/><path d="M20 21a8 8 0 0 0-16 0"/>`,
  'users-round': Kt`<path d="M18 21a8 8 0 0 0-16 0"/><circle cx="10" cy="8" r="5"/><path d="M22 20c0-3.37-2-6.5-4-8a5 5 0 0 0-.45-8.3"/>`,
  x: Kt`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,
});

/** A drawing beside words, hidden from screen readers. @param {string} name @param {''|'s'|'l'} [size] */
const icon = (name, size = '') => qt`<svg class="icon ${size}" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name]}</svg>`;

/** Circle is you, diamond is they, circle in diamond is both. @param {'you'|'they'|'both'} who */
const mark = (who) => qt`<svg class="mark" data-who=${who} viewBox="0 0 24 24" aria-hidden="true">${ICONS[`mark-${who}`]}</svg>`;

/** A mark with a name. @param {'you'|'they'|'both'} who @param {string} name */
const who = (who, name) => qt`<span class="who">${mark(who)}${name}</span>`;

/**
 * The bar at the top of a page that is not a place of the dock. A pause is one tap away, but where there is nobody yet to pause with.
 * @param {object} data @param {boolean} [data.hasPause] @param {string} [data.title] @param {() => void} [data.back] @param {() => void} [data.close] @param {unknown} [data.middle] @param {unknown} [data.end]
 */
const bar = ({ hasPause = true, title, back, close, middle, end }) => qt`
  <div class="bar">
    ${back ? qt`<button class="btn square" aria-label=${t('back')} @click=${back}>${icon('arrow-left')}</button>` : d}
    ${close ? qt`<button class="btn square" aria-label=${t('close')} @click=${close}>${icon('x')}</button>` : d}
    ${title ? qt`<span class="title">${title}</span>` : d}
    ${middle ? qt`<div class="middle">${middle}</div>` : d}
    ${end ? qt`<div class="push">${end}</div>` : d}
    ${hasPause ? qt`<a class="btn square hold ${end ? '' : 'push'}" href="#/pause" aria-label=${t('nav-pause')}>${icon('place-pause')}</a>` : d}
  </div>
`;

/** The title of a place, standing on the horizon. @param {string} title @param {unknown} [end] */
const head = (title, end) => qt`
  <header class="head">
    <h1>${title}</h1>
    ${
      qt`<svg class="trees" viewBox="0 0 52 32" aria-hidden="true">
      <circle cx="14" cy="12" r="7" class="fill-you" /><path d="M13.2 18h1.6v14h-1.6z" class="fill-you" />
      <path d="M36 4l7 12-7 12-7-12z" class="fill-they" /><path d="M35.2 26h1.6v6h-1.6z" class="fill-they" />
    </svg>`
    }
  </header>
`;

/** Steps of a flow: here, behind, ahead. @param {number} step from 0 @param {number} steps */
const steps = (step, steps) => qt`
  <div class="steps" role="img" aria-label=${t('check-in-step', { step: step + 1, steps })}>
    ${Array.from({ length: steps }, (_, i) => qt`<i class=${i === step ? 'on' : i < step ? 'past' : ''}></i>`)}
  </div>
`;

/** @param {string} name of an icon @param {unknown} content @param {'plain'|'caution'|'error'} [tone] */
const notice = (name, content, tone = 'plain') => qt`
  <div class="notice" data-tone=${tone} role=${tone === 'error' ? 'alert' : d}>${icon(name)}<div>${content}</div></div>
`;

/** @param {string} text with a lock: only you */
const lockLine = (text) => qt`<p class="lockline">${icon('lock')}${text}</p>`;

/**
 * A segmented choice.
 * @template {string} V
 * @param {{label: string, value: V|null, options: Array<{value: V, label: unknown, name?: string}>, pick: (value: V) => void}} data
 */
const segments = ({ label, value, options, pick }) => qt`
  <div class="seg" role="radiogroup" aria-label=${label} @keydown=${moveRadio}>
    ${options.map(
      (option, i) => qt`<button type="button" role="radio" aria-checked=${option.value === value ? 'true' : 'false'}
        aria-label=${option.name ?? d} tabindex=${option.value === value || (value === null && i === 0) ? '0' : '-1'}
        @click=${() => pick(option.value)}>${option.label}</button>`,
    )}
  </div>
`;

/** Arrow keys move and choose inside a radio group (ARIA Authoring Practices, radio group). @param {KeyboardEvent} event */
function moveRadio(event) {
  const group = /** @type {HTMLElement} */ (event.currentTarget);
  const radios = /** @type {HTMLElement[]} */ ([...group.querySelectorAll('[role=radio]')]);
  const here = radios.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const isRtl = getComputedStyle(group).direction === 'rtl';
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
  if (here < 0 || !step) return;
  event.preventDefault();
  const next = radios[(here + step + radios.length) % radios.length];
  next?.focus();
  next?.click();
}

/** A row with a switch. @param {{label: string, small?: string, isOn: boolean, toggle: () => void, id: string}} data */
const switchRow = ({ label, small, isOn, toggle, id }) => qt`
  <div class="switchrow">
    <span class="what"><b id=${id}>${label}</b>${small ? qt`<span class="label soft">${small}</span>` : d}</span>
    <button type="button" class="switch" role="switch" aria-checked=${isOn ? 'true' : 'false'} aria-labelledby=${id} @click=${toggle}></button>
  </div>
`;

/** What comes up when a field is left must not move the button that is being tapped. */
const LEFT_AFTER_MS = 250;

/**
 * A text field with its label and what is left.
 * @param {object} data @param {string} data.id @param {string} data.label @param {boolean} [data.isLabelHidden] @param {string} data.value @param {number} data.max
 * @param {string} [data.placeholder] @param {boolean} [data.isLong] several lines @param {(value: string) => void} data.input @param {string} [data.autocomplete]
 * @param {() => void} [data.left] the writer went elsewhere
 */
const textField = ({
  id,
  label,
  isLabelHidden = false,
  value,
  max,
  placeholder = '',
  isLong = false,
  input,
  autocomplete = 'off',
  left: wasLeft = () => {},
}) => {
  const left = max - [...value].length;
  const count =
    left <= 20 ? qt`<span class="small soft" id="${id}-left" aria-live="polite">${left > 0 ? left : t('field-full')}</span>` : d;
  const leave = () => setTimeout(wasLeft, LEFT_AFTER_MS);
  const change = (/** @type {Event} */ event) => input(/** @type {HTMLInputElement} */ (event.target).value.toWellFormed());
  return qt`
    <div class="entryfield">
      <label class=${isLabelHidden ? 'vh' : 'label'} for=${id}>${label}</label>
      ${
        isLong
          ? qt`<textarea id=${id} class="field box long" maxlength=${max} placeholder=${placeholder} .value=${value} @input=${change} @blur=${leave} rows="3"></textarea>`
          : qt`<input id=${id} class="field box" maxlength=${max} placeholder=${placeholder} .value=${value} @input=${change} @blur=${leave} autocomplete=${autocomplete} enterkeyhint="done" />`
      }
      ${count}
    </div>
  `;
};

/** The phone's storage does not open. @param {HTMLElement} root @param {'full'|'lost'|'refused'|'newer'|'unknown'} reason */
async function showTrouble(root, reason) {
  at(
    qt`<main class="screen"><div class="page">
      <h1>${t('app-name')}</h1>
      ${notice('circle-alert', t(`trouble-${reason}`), 'error')}
      <button class="btn primary big wide" @click=${() => location.reload()}>${t('open-anew')}</button>
    </div></main>`,
    root,
  );
}

/**
 * The composition root: opens what this phone has, hands it to the screens, and tells the boot watchdog when the first one is drawn.
 */

const DATABASE = 'attune';
const JOIN = '#j/';
/** A sentence for screen readers stays this long: what it says may be taken back. */
const ANNOUNCED_MS = 10_000;

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
const ahead = hasBegun() ? readAhead(DATABASE) : null;

async function start() {
  // A join link holds a secret: take it out of the address bar and the history before anything is waited for.
  let pendingLink = '';
  const takeLink = () => {
    if (!globalThis.isSecureContext || !location.hash.startsWith(JOIN)) return;
    pendingLink = location.href;
    history.replaceState(null, '', '#/join');
  };
  takeLink();
  addEventListener('hashchange', takeLink); // before the router's own, and from the first moment on
  const asked = new URLSearchParams(location.search).get('lang');
  const language = createText({ read: readFile, wanted: asked ? [asked, ...navigator.languages] : navigator.languages });
  useText(language);
  document.documentElement.lang = language.language;
  document.documentElement.dir = language.direction;
  const opening = globalThis.isSecureContext && globalThis.crypto?.subtle ? openAttune() : null;
  opening?.catch(() => {}); // what went wrong is said where it is waited for
  await text().load('shared');
  if (!opening) {
    await import('./picture.js').then(n => n.insecureScreen).then(({ showInsecure }) => showInsecure(root));
    started();
    return;
  }
  const changes = new EventTarget();
  const changed = () => changes.dispatchEvent(new Event('change'));
  const updates = createUpdates({ onReady: changed });
  const install = createInstall({ onChange: changed });
  let attune;
  try {
    attune = await opening;
  } catch (error) {
    await showTrouble(root, error instanceof StorageError ? error.reason : 'unknown');
    started();
    return;
  }
  const live = document.createElement('p');
  live.className = 'vh';
  live.setAttribute('role', 'status');
  document.body.append(live);
  /** @type {number|undefined} */ let silence;
  /** @type {import('./app/shell.js').Shell} */
  const app = {
    changes,
    attune,
    go: (place) => {
      location.hash = place;
    },
    back: () => (history.length > 1 ? history.back() : location.replace(attune.me ? '#/today' : '#/welcome')),
    announce: (sentence) => {
      live.textContent = sentence;
      clearTimeout(silence);
      silence = window.setTimeout(() => live.replaceChildren(), ANNOUNCED_MS);
    },
    install,
    updates,
    cues: createCues(),
    openCamera: () => import('./picture.js').then(n => n.camera).then(({ openCamera }) => openCamera()),
    storageState,
    askPersistence,
    saveFile,
    share,
    copy,
    erase: () => erase(attune),
    cover: () => {},
    get pendingLink() {
      return pendingLink;
    },
    set pendingLink(link) {
      pendingLink = link;
    },
  };
  attune.changes.addEventListener('change', () => {
    document.documentElement.dataset['theme'] = attune.preferences.theme;
    changed();
  });
  document.documentElement.dataset['theme'] = attune.preferences.theme;
  addEventListener('online', () => attune.retryNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') attune.retryNow();
    else void attune.keepDrafts();
  });
  addEventListener('pagehide', () => void attune.drafts.flush());
  await new Promise((resolve) => {
    startRouter(root, app, {
      home: () => (attune.me ? '#/today' : '#/welcome'),
      onShown: () => {
        started();
        attune.shown();
        resolve(undefined);
      },
      onFault: () => {
        attune.shown();
        void showTrouble(root, 'unknown');
        resolve(undefined); // the worker has to be asked for a newer release all the same
      },
    });
  });
  // Nothing from here on keeps the first screen waiting.
  const { startCover } = await import('./picture.js').then(n => n.cover);
  app.cover = startCover({ root, go: app.go, home: () => (attune.me ? '#/today' : '#/welcome'), now: () => performance.now() });
  watchPauses(app);
  if (attune.me) void prefetch('pause', app);
  await attune.preparePairing(); // one that was begun before goes on
  await updates.start();
  const release = await updates.release();
  if (release) await attune.setRelease(release);
}

/**
 * A pause the other called is shown at once, wherever this person is, but not over help or a pause that is open already.
 * @param {import('./app/shell.js').Shell} app
 */
function watchPauses(app) {
  const { attune } = app;
  const look = () => {
    const pause = attune.pauses?.current;
    if (!pause || pause.isCalledHere) return;
    void attune.attempt(() => attune.pauses.echo());
    if (!/^#\/(pause|help)/.test(location.hash)) app.go('#/pause');
  };
  attune.changes.addEventListener('change', look);
  look();
}

async function openAttune() {
  /** @type {Attune|null} */ let attune = null;
  const database = new Database(DATABASE, {
    onReplaced: () => {
      if (attune) attune.trouble = 'newer';
      attune?.changes.dispatchEvent(new Event('change'));
    },
  });
  const [crypto, vault] = await Promise.all([createCrypto(), openVault(database, createAes())]);
  vault.ahead = ahead;
  vault.get('me').then(
    (me) => {
      if (!me) return;
      noteBegun();
      fetchPlace('today');
    },
    () => {}, // it is read again, and what is wrong is said then
  );
  attune = new Attune({
    vault,
    crypto,
    joinTabs,
    world: {
      databaseName: DATABASE,
      now: () => Date.now(),
      setTimer: (callback, ms) => window.setTimeout(callback, ms),
      clearTimer: (id) => window.clearTimeout(id),
      random: () => Math.random(),
      isOnline: () => navigator.onLine,
      openSocket,
      askChunk: (...asked) => import('./picture.js').then(n => n.chunks).then(({ askChunk }) => askChunk(...asked)),
      shrink: (file) => import('./picture.js').then(n => n.picture).then(({ shrink }) => shrink(file)),
      pictureUrl,
      forgetUrl,
      origin: location.origin,
      syncUrl: `${location.origin.replace(/^http/, 'ws')}/sync`,
    },
  });
  await attune.load();
  return attune;
}

/** Whether there is something to read. */
function hasBegun() {
  try {
    return localStorage.getItem('begun') !== null;
  } catch {
    return false;
  }
}

/** Tells boot.js what to fetch at the next start. */
function noteBegun() {
  try {
    localStorage.setItem('begun', 'yes');
  } catch {
    // it is only faster with it
  }
}

/** Tells boot.js that the app is there. */
function started() {
  document.documentElement.dataset['started'] = '';
}

/** @param {string} path */
async function readFile(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`no ${path}`);
  return response.text();
}

/** @param {File} file */
function saveFile(file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {ShareData} data */
async function share(data) {
  try {
    await navigator.share(data);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} words */
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** Erases this device, then opens as new. @param {Attune} attune */
async function erase(attune) {
  await attune.erase();
  await deleteDatabase(DATABASE);
  sessionStorage.clear();
  localStorage.clear();
  location.replace('#/welcome');
  location.reload();
}

void start();

/** The base of every screen: a Lit element in the light DOM that draws again when the application changed. */

/** @typedef {import('../app/shell.js').Shell} Shell */

/** So many of a list are drawn until more are asked for. */
const DRAWN = 20;
/** They are drawn so many at a time: no phone stops for more than a moment. */
const AT_ONCE = 7;

/** The second click of a double one does nothing: what a wide button does, it does once. @param {MouseEvent} event */
function stopDoubleClick(event) {
  if (event.detail < 2 || !(/** @type {Element} */ (event.target).closest('.btn.wide'))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

class Screen extends w {
  static properties = { app: { attribute: false }, params: { attribute: false } };

  constructor() {
    super();
    /** @type {Shell} given before the element is connected */ this.app = /** @type {any} */ (undefined);
    /** @type {readonly string[]} */ this.params = [];
    this.redraw = () => this.requestUpdate();
    /** @type {Map<string, number>} name of a list -> how many of it are drawn */ this.drawn = new Map();
    /** @type {Map<string, number>} name of a list -> how many of it are to be drawn */ this.wanted = new Map();
    /** @type {Map<string, unknown>} drafts as this screen last read or set them */ this.knownDrafts = new Map();
  }

  /** A draft is one, whichever tab it is written in. @param {string} key @returns {any} undefined when nobody else wrote it since it was read or set here */
  freshDraft(key) {
    const draft = this.app.attune.drafts.get(key);
    const isKnown = draft === this.knownDrafts.get(key);
    this.knownDrafts.set(key, draft);
    return isKnown ? undefined : draft;
  }

  /** @param {string} key @param {import('../core/codec.js').Value} draft null clears */
  setDraft(key, draft) {
    this.knownDrafts.set(key, draft ?? undefined);
    this.app.attune.drafts.set(key, draft);
  }

  /**
   * The beginning of a list, and a button for more of it. What comes after is not even opened, where the list is made as it is asked for.
   * @template T @param {Iterable<T>} items @param {{name?: string, label?: string, onMore?: () => void, isComing?: boolean}} [how] `name` of the list, where a screen has several; `isComing`: the items are not all here yet
   * @returns {{some: T[], more: unknown}}
   */
  beginning(items, { name = '', label = t('more'), onMore = () => {}, isComing = false } = {}) {
    const wanted = this.wanted.get(name) ?? DRAWN;
    const most = Math.min(this.drawn.get(name) ?? AT_ONCE, wanted);
    const draw = () => {
      this.wanted.set(name, wanted + DRAWN);
      this.#drawSoon(name, most + AT_ONCE);
      onMore();
    };
    const button = qt`<button class="btn line wide" @click=${draw}>${label}</button>`;
    /** @type {T[]} */ const some = [];
    for (const item of items) {
      if (some.length === wanted) return { some, more: button };
      if (some.length === most) {
        this.#drawSoon(name, most + AT_ONCE);
        return { some, more: wanted > DRAWN ? button : d }; // once pressed it stays, and the keyboard with it
      }
      some.push(item);
    }
    return { some, more: isComing && wanted > DRAWN ? button : d };
  }

  /** In a task of its own, so that what the person does comes between. @param {string} name @param {number} count */
  #drawSoon(name, count) {
    setTimeout(() => {
      if ((this.drawn.get(name) ?? 0) >= count) return;
      this.drawn.set(name, count);
      this.requestUpdate();
    });
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('click', stopDoubleClick, { capture: true });
    this.app.changes.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.app.changes.removeEventListener('change', this.redraw);
  }
}

// Made by tools/sprites.mjs.

/** Drawings on 390 x 220, the horizon at the bottom. @type {Readonly<Record<string, import('../vendor/lit.js').SVGTemplateResult>>} */
const SKY_ART = Object.freeze({
  clear: Kt`<g stroke="var(--sky-glow)" stroke-linecap="round" stroke-linejoin="round" fill="none" stroke-width="1.5"><circle cx="298" cy="112" r="64" opacity="0.55"/><circle cx="298" cy="112" r="86" opacity="0.38"/><circle cx="298" cy="112" r="112" opacity="0.24"/><circle cx="298" cy="112" r="142" opacity="0.14"/></g><circle cx="298" cy="112" r="44" fill="var(--sky-glow)"/>`,
  breeze: Kt`<circle cx="304" cy="70" r="25" fill="var(--sky-glow)" opacity=".45"/><g stroke="var(--sky-glow)" stroke-linecap="round" stroke-linejoin="round" fill="none" stroke-width="2.5"><path opacity="0.7" d="M130 96q26 -15 52 0t52 0t52 0t52 0t52 0"/><path opacity="0.95" d="M170 118q26 -15 52 0t52 0t52 0t52 0t52 0"/><path opacity="0.6" d="M144 140q26 -15 52 0t52 0t52 0t52 0t52 0"/><path opacity="0.4" d="M200 74q26 -15 52 0t52 0t52 0t52 0t52 0"/></g><path transform="translate(226 160) rotate(-30)" d="M-8 0Q0 -7 8 0Q0 7 -8 0Z" fill="var(--sky-glow)"/><path transform="translate(262 100) rotate(20)" d="M-8 0Q0 -7 8 0Q0 7 -8 0Z" fill="var(--sky-glow)"/><path transform="translate(330 152) rotate(-50)" d="M-8 0Q0 -7 8 0Q0 7 -8 0Z" fill="var(--sky-glow)"/><path transform="translate(352 84) rotate(10)" d="M-8 0Q0 -7 8 0Q0 7 -8 0Z" fill="var(--sky-glow)"/><path transform="translate(196 128) rotate(40)" d="M-8 0Q0 -7 8 0Q0 7 -8 0Z" fill="var(--sky-glow)"/><path transform="translate(296 176) rotate(-12)" d="M-8 0Q0 -7 8 0Q0 7 -8 0Z" fill="var(--sky-glow)"/>`,
  still: Kt`<g stroke="var(--sky-glow)" stroke-linecap="round" stroke-linejoin="round" fill="none" stroke-width="1.5"><path d="M208 220a76 76 0 0 1 152 0" opacity="0.75"/><path d="M186 220a98 98 0 0 1 196 0" opacity="0.58"/><path d="M160 220a124 124 0 0 1 248 0" opacity="0.42"/><path d="M130 220a154 154 0 0 1 308 0" opacity="0.3"/><path d="M96 220a188 188 0 0 1 376 0" opacity="0.2"/><path d="M58 220a226 226 0 0 1 452 0" opacity="0.12"/></g><path d="M228 220a56 56 0 0 1 112 0z" fill="var(--sky-glow)" opacity=".85"/>`,
  overcast: Kt`<rect x="150" y="30" width="180" height="28" rx="14" fill="var(--sky-glow)" opacity="0.3"/><rect x="256" y="44" width="190" height="28" rx="14" fill="var(--sky-glow)" opacity="0.5"/><rect x="96" y="66" width="150" height="26" rx="13" fill="var(--sky-glow)" opacity="0.28"/><rect x="206" y="78" width="200" height="28" rx="14" fill="var(--sky-glow)" opacity="0.62"/><rect x="318" y="104" width="120" height="26" rx="13" fill="var(--sky-glow)" opacity="0.4"/><rect x="150" y="108" width="190" height="26" rx="13" fill="var(--sky-glow)" opacity="0.42"/><rect x="60" y="132" width="130" height="22" rx="11" fill="var(--sky-glow)" opacity="0.22"/><rect x="232" y="138" width="180" height="26" rx="13" fill="var(--sky-glow)" opacity="0.3"/>`,
  fog: Kt`<circle cx="290" cy="86" r="34" fill="var(--sky-glow)" opacity=".4"/><rect x="210" y="78" width="150" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.5"/><rect x="150" y="98" width="120" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.34"/><rect x="288" y="98" width="110" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.6"/><rect x="120" y="118" width="190" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.46"/><rect x="330" y="118" width="80" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.4"/><rect x="70" y="138" width="110" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.34"/><rect x="196" y="138" width="176" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.62"/><rect x="20" y="158" width="230" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.4"/><rect x="268" y="158" width="140" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.6"/><rect x="90" y="178" width="280" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.5"/><rect x="-20" y="198" width="220" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.42"/><rect x="216" y="198" width="190" height="9" rx="4.5" fill="var(--sky-glow)" opacity="0.6"/>`,
  rain: Kt`<rect x="206" y="40" width="150" height="24" rx="12" fill="var(--sky-glow)" opacity="0.5"/><rect x="276" y="58" width="150" height="24" rx="12" fill="var(--sky-glow)" opacity="0.75"/><rect x="232" y="76" width="110" height="18" rx="9" fill="var(--sky-glow)" opacity="0.4"/><g stroke="var(--sky-glow)" stroke-linecap="round" stroke-linejoin="round" fill="none" stroke-width="2.5"><path opacity="0.5" d="M176 104l-5 15"/><path opacity="0.7" d="M202 109l-5 15"/><path opacity="0.6" d="M228 114l-5 15"/><path opacity="0.5" d="M254 104l-5 15"/><path opacity="0.9" d="M280 109l-5 15"/><path opacity="0.7" d="M306 114l-5 15"/><path opacity="0.7" d="M332 104l-5 15"/><path opacity="0.7" d="M358 109l-5 15"/><path opacity="0.7" d="M384 114l-5 15"/><path opacity="0.6" d="M186 126l-5 15"/><path opacity="0.6" d="M212 131l-5 15"/><path opacity="0.8" d="M238 136l-5 15"/><path opacity="0.5" d="M264 126l-5 15"/><path opacity="0.6" d="M290 131l-5 15"/><path opacity="0.7" d="M316 136l-5 15"/><path opacity="0.9" d="M342 126l-5 15"/><path opacity="0.6" d="M368 131l-5 15"/><path opacity="0.5" d="M394 136l-5 15"/><path opacity="0.6" d="M170 148l-5 15"/><path opacity="0.8" d="M196 153l-5 15"/><path opacity="0.7" d="M222 158l-5 15"/><path opacity="0.7" d="M248 148l-5 15"/><path opacity="0.7" d="M274 153l-5 15"/><path opacity="0.6" d="M300 158l-5 15"/><path opacity="0.6" d="M326 148l-5 15"/><path opacity="0.8" d="M352 153l-5 15"/><path opacity="0.5" d="M378 158l-5 15"/><path opacity="0.5" d="M180 170l-5 15"/><path opacity="0.7" d="M206 175l-5 15"/><path opacity="0.8" d="M232 180l-5 15"/><path opacity="0.5" d="M258 170l-5 15"/><path opacity="0.6" d="M284 175l-5 15"/><path opacity="0.9" d="M310 180l-5 15"/><path opacity="0.7" d="M336 170l-5 15"/><path opacity="0.5" d="M362 175l-5 15"/><path opacity="0.8" d="M388 180l-5 15"/><path opacity="0.9" d="M164 192l-5 15"/><path opacity="0.6" d="M190 197l-5 15"/><path opacity="0.9" d="M216 202l-5 15"/><path opacity="0.5" d="M242 192l-5 15"/><path opacity="0.8" d="M268 197l-5 15"/><path opacity="0.9" d="M294 202l-5 15"/><path opacity="0.9" d="M320 192l-5 15"/><path opacity="0.6" d="M346 197l-5 15"/><path opacity="0.5" d="M372 202l-5 15"/></g>`,
  wind: Kt`<g stroke="var(--sky-glow)" stroke-linecap="round" stroke-linejoin="round" fill="none" stroke-width="2.5"><path opacity="0.65" d="M120 60h220a18 18 0 1 0 -18 -18"/><path opacity="0.9" d="M170 88h170a13 13 0 1 0 -13 -13"/><path opacity="0.8" d="M90 116h238a22 22 0 1 0 -22 -22"/><path opacity="0.5" d="M150 146h150a12 12 0 1 0 -12 -12"/><path opacity="0.45" d="M230 40h110a11 11 0 1 0 -11 -11"/><path opacity="0.55" d="M110 172h190a15 15 0 1 0 -15 -15"/><path opacity=".8" transform="translate(140 66) rotate(-20)" d="M-7 0h14"/><path opacity=".8" transform="translate(352 130) rotate(30)" d="M-7 0h14"/><path opacity=".8" transform="translate(210 150) rotate(12)" d="M-7 0h14"/><path opacity=".8" transform="translate(330 182) rotate(-24)" d="M-7 0h14"/></g>`,
  storm: Kt`<rect x="150" y="16" width="200" height="34" rx="17" fill="var(--sky-glow)" opacity="0.45"/><rect x="236" y="36" width="180" height="38" rx="19" fill="var(--sky-glow)" opacity="0.85"/><rect x="190" y="60" width="140" height="32" rx="16" fill="var(--sky-glow)" opacity="0.6"/><rect x="300" y="66" width="120" height="30" rx="15" fill="var(--sky-glow)" opacity="0.5"/><path d="M302 84l-26 44h20l-18 42 50-58h-22l16-28z" fill="var(--sky-ink)"/><g stroke="var(--sky-glow)" stroke-linecap="round" stroke-linejoin="round" fill="none" stroke-width="3"><path opacity="0.5" d="M206 106l-8 17"/><path opacity="0.8" d="M232 112l-8 17"/><path opacity="0.8" d="M220 140l-8 17"/><path opacity="0.6" d="M246 150l-8 17"/><path opacity="0.8" d="M192 150l-8 17"/><path opacity="0.5" d="M344 110l-8 17"/><path opacity="0.6" d="M366 104l-8 17"/><path opacity="0.7" d="M356 142l-8 17"/><path opacity="0.7" d="M378 136l-8 17"/><path opacity="0.8" d="M334 160l-8 17"/><path opacity="0.9" d="M212 176l-8 17"/><path opacity="0.7" d="M180 186l-8 17"/><path opacity="0.6" d="M240 184l-8 17"/><path opacity="0.6" d="M366 178l-8 17"/></g>`,
  land: Kt`<path d="M0 205C40 196 74 189 108 195C144 201 164 186 200 183C240 179 266 196 304 194C336 192 362 181 390 185V221H0Z" fill="color-mix(in oklab, var(--sky-ink) 24%, var(--sky-low))"/><path d="M0 213C36 207 62 204 94 208C134 213 170 210 206 206C248 201 290 211 324 212C350 212 372 207 390 205V221H0Z" fill="color-mix(in oklab, var(--sky-ink) 44%, var(--sky-low))"/><g fill="color-mix(in oklab, var(--sky-ink) 78%, var(--sky-low))"><circle cx="152" cy="193" r="6.5"/><path d="M151.300 193h1.400v17h-1.400zM171.300 190h1.400v19h-1.400zM172 178l6.500 11-6.500 11-6.500-11z"/></g>`,
  ripples: Kt`<g stroke="var(--sky-high)" stroke-width="1.4" stroke-linecap="round" opacity=".5"><path d="M40 215h44M196 214h38M250 217h60M340 213h30M120 216h26M206 204h16M226 198h18"/></g>`,
});

/**
 * @typedef {object} SkyText
 * @property {'you'|'they'} who @property {string} name the person's @property {string|null} sky its name @property {string} [words]
 * @property {unknown} [more] below the words
 */

/** The weather of one sky and the land before it. @param {string} sky id, or none @param {boolean} isBelow */
const skyArt = (sky, isBelow) => qt`
  ${
    SKY_ART[sky]
      ? qt`<svg class="art weather" viewBox="0 0 390 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true">${SKY_ART[sky]}</svg>`
      : d
  }
  <svg class="art" viewBox="0 0 390 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
    ${SKY_ART['land']}${isBelow ? SKY_ART['ripples'] : d}
  </svg>
`;

/** Skies without a field of their own are paper. @param {string|null|undefined} sky */
const fieldOf = (sky) => (sky && SKY_ART[sky] ? sky : 'none');

/**
 * Two skies over one horizon; yours is below.
 * @param {object} data
 * @param {string|null} data.above sky id @param {string|null} data.below
 * @param {unknown} [data.aboveText] @param {unknown} [data.belowText] @param {unknown} [data.bead] words on the horizon
 * @param {unknown} [data.top] @param {string} [data.state] sealed, rising, open: for motion
 * @param {string} [data.label] what a screen reader hears of the whole
 */
const skies = ({ above, below, aboveText, belowText, bead, top, state = 'open', label }) => qt`
  <div class="skies" data-state=${state} role="group" aria-label=${label ?? d}>
    ${top ? qt`<div class="top">${top}</div>` : d}
    <section class="sky" data-sky=${fieldOf(above)} data-place="above">
      ${skyArt(fieldOf(above), false)}
      ${aboveText ? qt`<div class="text">${aboveText}</div>` : d}
    </section>
    <section class="sky" data-sky=${fieldOf(below)} data-place="below">
      ${skyArt(fieldOf(below), true)}
      ${belowText ? qt`<div class="text">${belowText}</div>` : d}
    </section>
    ${bead ? qt`<span class="onhorizon">${bead}</span>` : d}
  </div>
`;

const NAME_CHARS = 40;

/** The first page: what this is, and three ways to begin. */
class WelcomeScreen extends Screen {
  static properties = { ...Screen.properties, isNaming: { state: true }, name: { state: true }, isMissing: { state: true } };

  constructor() {
    super();
    this.isNaming = false;
    this.name = '';
    this.isMissing = false;
  }

  render() {
    return this.isNaming ? this.#naming() : this.#welcome();
  }

  #welcome() {
    const { app } = this;
    return qt`
      <main class="screen welcome">
        ${skies({ above: 'clear', below: 'breeze', top: qt`<span class="brand">${logo()}${t('app-name')}</span>` })}
        <div class="sheet">
          <div class="page">
            <div class="stack">
              <h1>${t('welcome-title')}</h1>
              <p class="soft">${t('welcome-body')}</p>
            </div>
            <div class="stack">
              <button class="btn primary big wide" @click=${() => app.go('#/invite')}>${mark('both')}${t('welcome-begin')}</button>
              <button class="btn line big wide" @click=${() => app.go('#/join')}>${icon('scan-qr-code')}${t('welcome-join')}</button>
              <button class="btn text wide" @click=${() => this.#alone()}>${t('welcome-alone')}</button>
            </div>
            ${app.install.installed() ? d : installNotice(app)}
            <p class="label"><a href="#/server-sees">${t('welcome-server')}</a></p>
          </div>
        </div>
      </main>
    `;
  }

  #naming() {
    return qt`
      <main class="screen flow">
        ${bar({ hasPause: false, back: () => (this.isNaming = false) })}
        <div class="body stack">
          <h1 class="prompt">${t('name-prompt')}</h1>
          <p class="label soft">${t('name-small')}</p>
          ${textField({ id: 'name', label: t('name-label'), isLabelHidden: true, value: this.name, max: NAME_CHARS, autocomplete: 'given-name', input: (value) => (this.name = value) })}
          ${this.isMissing && !plainName(this.name) ? notice('info', t('name-missing')) : d}
        </div>
        <div class="foot"><button class="btn primary big wide" @click=${() => this.#begin()}>${t('alone-start')}</button></div>
      </main>
    `;
  }

  #alone() {
    if (this.app.attune.me) this.app.go('#/today');
    else this.isNaming = true;
  }

  async #begin() {
    this.isMissing = !plainName(this.name);
    if (this.isMissing) return;
    await this.app.attune.attempt(() => this.app.attune.begin({ name: this.name }));
    if (this.app.attune.me) this.app.go('#/today');
  }
}
customElements.define('welcome-screen', WelcomeScreen);

const logo = () => qt`
  <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3.2 11.1a6 6 0 0 1 12 0z" class="fill-they" /><path d="M8.8 12.9a6 6 0 0 0 12 0z" class="fill-you" />
    <path d="M1.5 12h21" stroke="currentColor" stroke-width="1.1" stroke-linecap="round" />
  </svg>
`;

/** @param {import('../../app/shell.js').Shell} app */
const installNotice = (app) =>
  notice(
    'square-plus',
    qt`<p><b>${t('install-first-title')}</b> ${app.install.iosTab() ? t('install-first-ios') : t('install-first-body')}</p>
      <a href="#/install">${t('install-how')}</a>`,
  );

const welcomeScreen = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  installNotice
}, Symbol.toStringTag, { value: 'Module' }));

export { AWAKE, ChainError, CodecError, DRAWN, EMPTY_SIDE, ICONS, JPEG, Kt, LIMIT, LINES, NAME_CHARS$1 as NAME_CHARS, RELATIONSHIPS, RecordIndex, Refusal, SKY_ART, SPACE, STANCE, Screen, StorageError, TEXT_CHARS, TITLE_CHARS, TYPE$2 as TYPE, VERSION, WORDS_CHARS, Z32, addDays, allOf, at, bar, base64url, blobValue, clip, clockTime, compare, concat, countersign, createChain, d, dayLabel, decode, deleteTagOf, derive, deviceId, emptyChain, encode, equal, fieldOf, filledLines, hash, head, headOf, hex, icon, ie, is, isDayLabel, listed, lockLine, longDate, mark, moveRadio, noonOf, notice, opId, openBlob, openEpochs, openTopics, packSide, pad, pairPhrase, photoValue, pictureOf, placeOf, plainName, proposeAdd, qt, re, readBlob, readEntry, readPhoto, recordId, restingTogether, sealBlob, segments, selfTest, shortDate, sideOf, skies, skyArt, steps, subkey, switchRow, t, text, textField, timeAhead, timeOf, unbase64url, unhex, unpackSide, unpad, w, weekday, who };
