/** Small functions over Uint8Array. */


const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** @param {Uint8Array} bytes */
function hex(bytes) {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
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

/** @param {Uint8Array} padded @returns {Uint8Array|null} null when it is not the one padding of anything */
function unpad(padded) {
  let end = padded.length - 1;
  while (end > 0 && padded[end] === 0) end -= 1;
  if (padded[end] !== 0x80 || paddedLength(end + 1) !== padded.length) return null;
  return padded.subarray(0, end);
}

function v$1(n){let e=n.length,t=0,s=0;for(;s<e;){let i=n.charCodeAt(s++);if((i&4294967168)===0){t++;continue}else if((i&4294965248)===0)t+=2;else {if(i>=55296&&i<=56319&&s<e){let r=n.charCodeAt(s);(r&64512)===56320&&(++s,i=((i&1023)<<10)+(r&1023)+65536);}(i&4294901760)===0?t+=3:t+=4;}}return t}function H(n,e,t){let s=n.length,i=t,r=0;for(;r<s;){let o=n.charCodeAt(r++);if((o&4294967168)===0){e[i++]=o;continue}else if((o&4294965248)===0)e[i++]=o>>6&31|192;else {if(o>=55296&&o<=56319&&r<s){let h=n.charCodeAt(r);(h&64512)===56320&&(++r,o=((o&1023)<<10)+(h&1023)+65536);}(o&4294901760)===0?(e[i++]=o>>12&15|224,e[i++]=o>>6&63|128):(e[i++]=o>>18&7|240,e[i++]=o>>12&63|128,e[i++]=o>>6&63|128);}e[i++]=o&63|128;}}var K=new TextEncoder,b$1=50;function W$1(n,e,t){K.encodeInto(n,e.subarray(t));}function z(n,e,t){n.length>b$1?W$1(n,e,t):H(n,e,t);}var N=4096;function T$1(n,e,t){let s=e,i=s+t,r=[],o="";for(;s<i;){let h=n[s++];if((h&128)===0)r.push(h);else if((h&224)===192){let c=n[s++]&63;r.push((h&31)<<6|c);}else if((h&240)===224){let c=n[s++]&63,B=n[s++]&63;r.push((h&31)<<12|c<<6|B);}else if((h&248)===240){let c=n[s++]&63,B=n[s++]&63,$=n[s++]&63,d=(h&7)<<18|c<<12|B<<6|$;d>65535&&(d-=65536,r.push(d>>>10&1023|55296),d=56320|d&1023),r.push(d);}else r.push(h);r.length>=N&&(o+=String.fromCharCode(...r),r.length=0);}return r.length>0&&(o+=String.fromCharCode(...r)),o}new TextDecoder;var f$1=class f{type;data;constructor(e,t){this.type=e,this.data=t;}};var a=class n extends Error{constructor(e){super(e);let t=Object.create(n.prototype);Object.setPrototypeOf(this,t),Object.defineProperty(this,"name",{configurable:true,enumerable:false,value:n.name});}};function k$1(n,e,t){let s=t/4294967296,i=t;n.setUint32(e,s),n.setUint32(e+4,i);}function g$1(n,e,t){let s=Math.floor(t/4294967296),i=t;n.setUint32(e,s),n.setUint32(e+4,i);}function y$1(n,e){let t=n.getInt32(e),s=n.getUint32(e+4);return t*4294967296+s}var O$1=-1,J=4294967296-1,q=17179869184-1;function G({sec:n,nsec:e}){if(n>=0&&e>=0&&n<=q)if(e===0&&n<=J){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,n),t}else {let t=n/4294967296,s=n&4294967295,i=new Uint8Array(8),r=new DataView(i.buffer);return r.setUint32(0,e<<2|t&3),r.setUint32(4,s),i}else {let t=new Uint8Array(12),s=new DataView(t.buffer);return s.setUint32(0,e),g$1(s,4,n),t}}function Z(n){let e=n.getTime(),t=Math.floor(e/1e3),s=(e-t*1e3)*1e6,i=Math.floor(s/1e9);return {sec:t+i,nsec:s-i*1e9}}function Q(n){if(n instanceof Date){let e=Z(n);return G(e)}else return null}function j$1(n){let e=new DataView(n.buffer,n.byteOffset,n.byteLength);switch(n.byteLength){case 4:return {sec:e.getUint32(0),nsec:0};case 8:{let t=e.getUint32(0),s=e.getUint32(4),i=(t&3)*4294967296+s,r=t>>>2;return {sec:i,nsec:r}}case 12:{let t=y$1(e,4),s=e.getUint32(0);return {sec:t,nsec:s}}default:throw new a(`Unrecognized data size for timestamp (expected 4, 8, or 12): ${n.length}`)}}function ee(n){let e=j$1(n);return new Date(e.sec*1e3+e.nsec/1e6)}var C$1={type:O$1,encode:Q,decode:ee};var l$1=class n{static defaultCodec=new n;__brand;builtInEncoders=[];builtInDecoders=[];encoders=[];decoders=[];constructor(){this.register(C$1);}register({type:e,encode:t,decode:s}){if(e>=0)this.encoders[e]=t,this.decoders[e]=s;else {let i=-1-e;this.builtInEncoders[i]=t,this.builtInDecoders[i]=s;}}tryToEncode(e,t){for(let s=0;s<this.builtInEncoders.length;s++){let i=this.builtInEncoders[s];if(i!=null){let r=i(e,t);if(r!=null){let o=-1-s;return new f$1(o,r)}}}for(let s=0;s<this.encoders.length;s++){let i=this.encoders[s];if(i!=null){let r=i(e,t);if(r!=null){let o=s;return new f$1(o,r)}}}return e instanceof f$1?e:null}decode(e,t,s){let i=t<0?this.builtInDecoders[-1-t]:this.decoders[t];return i?i(e,t,s):new f$1(t,e)}};function te(n){return n instanceof ArrayBuffer||typeof SharedArrayBuffer<"u"&&n instanceof SharedArrayBuffer}function x$1(n){return n instanceof Uint8Array?n:ArrayBuffer.isView(n)?new Uint8Array(n.buffer,n.byteOffset,n.byteLength):te(n)?new Uint8Array(n):Uint8Array.from(n)}var ie=100,se=2048,m$1=class n{extensionCodec;context;useBigInt64;maxDepth;initialBufferSize;sortKeys;forceFloat32;ignoreUndefined;forceIntegerToFloat;pos;view;bytes;entered=false;constructor(e){this.extensionCodec=e?.extensionCodec??l$1.defaultCodec,this.context=e?.context,this.useBigInt64=e?.useBigInt64??false,this.maxDepth=e?.maxDepth??ie,this.initialBufferSize=e?.initialBufferSize??se,this.sortKeys=e?.sortKeys??false,this.forceFloat32=e?.forceFloat32??false,this.ignoreUndefined=e?.ignoreUndefined??false,this.forceIntegerToFloat=e?.forceIntegerToFloat??false,this.pos=0,this.view=new DataView(new ArrayBuffer(this.initialBufferSize)),this.bytes=new Uint8Array(this.view.buffer);}clone(){return new n({extensionCodec:this.extensionCodec,context:this.context,useBigInt64:this.useBigInt64,maxDepth:this.maxDepth,initialBufferSize:this.initialBufferSize,sortKeys:this.sortKeys,forceFloat32:this.forceFloat32,ignoreUndefined:this.ignoreUndefined,forceIntegerToFloat:this.forceIntegerToFloat})}reinitializeState(){this.pos=0;}encodeSharedRef(e){if(this.entered)return this.clone().encodeSharedRef(e);try{return this.entered=!0,this.reinitializeState(),this.doEncode(e,1),this.bytes.subarray(0,this.pos)}finally{this.entered=false;}}encode(e){if(this.entered)return this.clone().encode(e);try{return this.entered=!0,this.reinitializeState(),this.doEncode(e,1),this.bytes.slice(0,this.pos)}finally{this.entered=false;}}doEncode(e,t){if(t>this.maxDepth)throw new Error(`Too deep objects in depth ${t}`);e==null?this.encodeNil():typeof e=="boolean"?this.encodeBoolean(e):typeof e=="number"?this.forceIntegerToFloat?this.encodeNumberAsFloat(e):this.encodeNumber(e):typeof e=="string"?this.encodeString(e):this.useBigInt64&&typeof e=="bigint"?this.encodeBigInt64(e):this.encodeObject(e,t);}ensureBufferSizeToWrite(e){let t=this.pos+e;this.view.byteLength<t&&this.resizeBuffer(t*2);}resizeBuffer(e){let t=new ArrayBuffer(e),s=new Uint8Array(t),i=new DataView(t);s.set(this.bytes),this.view=i,this.bytes=s;}encodeNil(){this.writeU8(192);}encodeBoolean(e){e===false?this.writeU8(194):this.writeU8(195);}encodeNumber(e){!this.forceIntegerToFloat&&Number.isSafeInteger(e)?e>=0?e<128?this.writeU8(e):e<256?(this.writeU8(204),this.writeU8(e)):e<65536?(this.writeU8(205),this.writeU16(e)):e<4294967296?(this.writeU8(206),this.writeU32(e)):this.useBigInt64?this.encodeNumberAsFloat(e):(this.writeU8(207),this.writeU64(e)):e>=-32?this.writeU8(224|e+32):e>=-128?(this.writeU8(208),this.writeI8(e)):e>=-32768?(this.writeU8(209),this.writeI16(e)):e>=-2147483648?(this.writeU8(210),this.writeI32(e)):this.useBigInt64?this.encodeNumberAsFloat(e):(this.writeU8(211),this.writeI64(e)):this.encodeNumberAsFloat(e);}encodeNumberAsFloat(e){this.forceFloat32?(this.writeU8(202),this.writeF32(e)):(this.writeU8(203),this.writeF64(e));}encodeBigInt64(e){e>=BigInt(0)?(this.writeU8(207),this.writeBigUint64(e)):(this.writeU8(211),this.writeBigInt64(e));}writeStringHeader(e){if(e<32)this.writeU8(160+e);else if(e<256)this.writeU8(217),this.writeU8(e);else if(e<65536)this.writeU8(218),this.writeU16(e);else if(e<4294967296)this.writeU8(219),this.writeU32(e);else throw new Error(`Too long string: ${e} bytes in UTF-8`)}encodeString(e){let s=v$1(e);this.ensureBufferSizeToWrite(5+s),this.writeStringHeader(s),z(e,this.bytes,this.pos),this.pos+=s;}encodeObject(e,t){let s=this.extensionCodec.tryToEncode(e,this.context);if(s!=null)this.encodeExtension(s);else if(Array.isArray(e))this.encodeArray(e,t);else if(ArrayBuffer.isView(e))this.encodeBinary(e);else if(typeof e=="object")this.encodeMap(e,t);else throw new Error(`Unrecognized object: ${Object.prototype.toString.apply(e)}`)}encodeBinary(e){let t=e.byteLength;if(t<256)this.writeU8(196),this.writeU8(t);else if(t<65536)this.writeU8(197),this.writeU16(t);else if(t<4294967296)this.writeU8(198),this.writeU32(t);else throw new Error(`Too large binary: ${t}`);let s=x$1(e);this.writeU8a(s);}encodeArray(e,t){let s=e.length;if(s<16)this.writeU8(144+s);else if(s<65536)this.writeU8(220),this.writeU16(s);else if(s<4294967296)this.writeU8(221),this.writeU32(s);else throw new Error(`Too large array: ${s}`);for(let i of e)this.doEncode(i,t+1);}countWithoutUndefined(e,t){let s=0;for(let i of t)e[i]!==void 0&&s++;return s}encodeMap(e,t){let s=Object.keys(e);this.sortKeys&&s.sort();let i=this.ignoreUndefined?this.countWithoutUndefined(e,s):s.length;if(i<16)this.writeU8(128+i);else if(i<65536)this.writeU8(222),this.writeU16(i);else if(i<4294967296)this.writeU8(223),this.writeU32(i);else throw new Error(`Too large map object: ${i}`);for(let r of s){let o=e[r];this.ignoreUndefined&&o===void 0||(this.encodeString(r),this.doEncode(o,t+1));}}encodeExtension(e){if(typeof e.data=="function"){let s=e.data(this.pos+6),i=s.length;if(i>=4294967296)throw new Error(`Too large extension object: ${i}`);this.writeU8(201),this.writeU32(i),this.writeI8(e.type),this.writeU8a(s);return}let t=e.data.length;if(t===1)this.writeU8(212);else if(t===2)this.writeU8(213);else if(t===4)this.writeU8(214);else if(t===8)this.writeU8(215);else if(t===16)this.writeU8(216);else if(t<256)this.writeU8(199),this.writeU8(t);else if(t<65536)this.writeU8(200),this.writeU16(t);else if(t<4294967296)this.writeU8(201),this.writeU32(t);else throw new Error(`Too large extension object: ${t}`);this.writeI8(e.type),this.writeU8a(e.data);}writeU8(e){this.ensureBufferSizeToWrite(1),this.view.setUint8(this.pos,e),this.pos++;}writeU8a(e){let t=e.length;this.ensureBufferSizeToWrite(t),this.bytes.set(e,this.pos),this.pos+=t;}writeI8(e){this.ensureBufferSizeToWrite(1),this.view.setInt8(this.pos,e),this.pos++;}writeU16(e){this.ensureBufferSizeToWrite(2),this.view.setUint16(this.pos,e),this.pos+=2;}writeI16(e){this.ensureBufferSizeToWrite(2),this.view.setInt16(this.pos,e),this.pos+=2;}writeU32(e){this.ensureBufferSizeToWrite(4),this.view.setUint32(this.pos,e),this.pos+=4;}writeI32(e){this.ensureBufferSizeToWrite(4),this.view.setInt32(this.pos,e),this.pos+=4;}writeF32(e){this.ensureBufferSizeToWrite(4),this.view.setFloat32(this.pos,e),this.pos+=4;}writeF64(e){this.ensureBufferSizeToWrite(8),this.view.setFloat64(this.pos,e),this.pos+=8;}writeU64(e){this.ensureBufferSizeToWrite(8),k$1(this.view,this.pos,e),this.pos+=8;}writeI64(e){this.ensureBufferSizeToWrite(8),g$1(this.view,this.pos,e),this.pos+=8;}writeBigUint64(e){this.ensureBufferSizeToWrite(8),this.view.setBigUint64(this.pos,e),this.pos+=8;}writeBigInt64(e){this.ensureBufferSizeToWrite(8),this.view.setBigInt64(this.pos,e),this.pos+=8;}};function _(n,e){return new m$1(e).encodeSharedRef(n)}var ne=16,re=16,E$1=class E{hit=0;miss=0;caches;maxKeyLength;maxLengthPerKey;constructor(e=ne,t=re){this.maxKeyLength=e,this.maxLengthPerKey=t,this.caches=[];for(let s=0;s<this.maxKeyLength;s++)this.caches.push([]);}canBeCached(e){return e>0&&e<=this.maxKeyLength}find(e,t,s){let i=this.caches[s-1];e:for(let r of i){let o=r.bytes;for(let h=0;h<s;h++)if(o[h]!==e[t+h])continue e;return r.str}return null}store(e,t){let s=this.caches[e.length-1],i={bytes:e,str:t};s.length>=this.maxLengthPerKey?s[Math.random()*s.length|0]=i:s.push(i);}decode(e,t,s){let i=this.find(e,t,s);if(i!=null)return this.hit++,i;this.miss++;let r=T$1(e,t,s),o=Uint8Array.prototype.slice.call(e,t,t+s);return this.store(o,r),r}};var D$1=new DataView(new ArrayBuffer(0));new Uint8Array(D$1.buffer);try{D$1.getInt8(0);}catch(n){if(!(n instanceof RangeError))throw new Error("This module is not supported in the current JavaScript engine because DataView does not throw RangeError on out-of-bounds access")}new E$1;

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
  return _(value, { maxDepth: MAX_DEPTH + 1 });
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
const VERSION$1 = 4;
/** awake: something of it may wait for somebody; rests: nothing does; stands: nothing does, and it holds something that was agreed on; due: awake, and a photo of it is still to go. */
const STANCE = Object.freeze({ awake: 0, rests: 1, stands: 2, due: 3 });
/** @type {readonly Stance[]} of which something may wait for somebody */
Object.freeze([STANCE.awake, STANCE.due]);

var D=(e,n)=>n.some(t=>e instanceof t),w,b;function g(){return w||(w=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function C(){return b||(b=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var m=new WeakMap,h=new WeakMap,f=new WeakMap;function V(e){let n=new Promise((t,r)=>{let i=()=>{e.removeEventListener("success",c),e.removeEventListener("error",o);},c=()=>{t(u(e.result)),i();},o=()=>{r(e.error),i();};e.addEventListener("success",c),e.addEventListener("error",o);});return f.set(n,e),n}function j(e){if(m.has(e))return;let n=new Promise((t,r)=>{let i=()=>{e.removeEventListener("complete",c),e.removeEventListener("error",o),e.removeEventListener("abort",o);},c=()=>{t(),i();},o=()=>{r(e.error||new DOMException("AbortError","AbortError")),i();};e.addEventListener("complete",c),e.addEventListener("error",o),e.addEventListener("abort",o);});m.set(e,n);}var I={get(e,n,t){if(e instanceof IDBTransaction){if(n==="done")return m.get(e);if(n==="store")return t.objectStoreNames[1]?void 0:t.objectStore(t.objectStoreNames[0])}return u(e[n])},set(e,n,t){return e[n]=t,true},has(e,n){return e instanceof IDBTransaction&&(n==="done"||n==="store")?true:n in e}};function M(e){I=e(I);}function O(e){return C().includes(e)?function(...n){return e.apply(y(this),n),u(this.request)}:function(...n){return u(e.apply(y(this),n))}}function S(e){return typeof e=="function"?O(e):(e instanceof IDBTransaction&&j(e),D(e,g())?new Proxy(e,I):e)}function u(e){if(e instanceof IDBRequest)return V(e);if(h.has(e))return h.get(e);let n=S(e);return Object.is(n,e)||(h.set(e,n),f.set(n,e)),n}var y=e=>f.get(e);function T(e,n,{blocked:t,upgrade:r,blocking:i,terminated:c}={}){let o=indexedDB.open(e,n),d=u(o);return r&&o.addEventListener("upgradeneeded",s=>{r(u(o.result),s.oldVersion,s.newVersion,u(o.transaction),s);}),t&&o.addEventListener("blocked",s=>t(s.oldVersion,s.newVersion,s)),d.then(s=>{c&&s.addEventListener("close",()=>c()),i&&s.addEventListener("versionchange",a=>i(a.oldVersion,a.newVersion,a));}).catch(()=>{}),d}var A=["get","getKey","getAll","getAllKeys","count"],v=["put","add","delete","clear"],l={};function E(e,n){if(!(e instanceof IDBDatabase&&!(n in e)&&typeof n=="string"))return;if(l[n])return l[n];let t=n.replace(/FromIndex$/,""),r=n!==t,i=v.includes(t);if(!(t in(r?IDBIndex:IDBObjectStore).prototype)||!(i||A.includes(t)))return;let c=async function(o,...d){let s=this.transaction(o,i?"readwrite":"readonly"),a=s.store;return r&&(a=a.index(d.shift())),(await Promise.all([a[t](...d),i&&s.done]))[0]};return l[n]=c}M(e=>({...e,get:(n,t,r)=>E(n,t)||e.get(n,t,r),has:(n,t)=>!!E(n,t)||e.has(n,t)}));var W=["advance","continue","continuePrimaryKey"],P={},B=new WeakMap,x=new WeakMap,F={get(e,n){if(!W.includes(n))return e[n];let t=P[n];return t||(t=P[n]=function(...r){B.set(this,x.get(this)[n](...r));}),t}};async function*k(...e){let n=this;if(n instanceof IDBCursor||(n=await n.openCursor(...e)),!n)return;n=n;let t=new Proxy(n,F);for(x.set(t,n),f.set(t,y(n));n;)yield t,n=await(B.get(t)||n.continue()),B.delete(t);}function L(e,n){return n===Symbol.asyncIterator&&D(e,[IDBIndex,IDBObjectStore,IDBCursor])||n==="iterate"&&D(e,[IDBIndex,IDBObjectStore])}M(e=>({...e,get(n,t,r){return L(n,t)?k:e.get(n,t,r)},has(n,t){return L(n,t)||e.has(n,t)}}));

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

const VERSION = 1;

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
    const db = await T(this.#name, VERSION, {
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

/** How the index of a space rests on the phone. A start reads it, on the page or in a worker ahead of it (io/ahead.js). */

/**
 * @typedef {object} IndexRows what one transaction read
 * @property {string} nonce hex; of the index, which says whether it is the same one still; empty: there is none
 * @property {any[]|null} parts null: there is none that can be read
 * @property {Uint8Array[]} pages row by row, as the last of `parts` names them
 */

/** @param {string} id of a space, hex @returns the names of the sealed rows */
const indexRowsOf = (id) => ({ index: `space/${id}/index`, pages: `space/${id}/page/` });

/**
 * @param {import('./vault.js').Vault} vault @param {string} id of a space, hex
 * @returns {Promise<IndexRows>} missing, of another version, torn or not whole: none
 * @throws {StorageError}
 */
async function readIndexRows(vault, id) {
  const names = indexRowsOf(id);
  const [row, keys, rows] = await vault.database.run('readonly', ['sealed'], (tx) => {
    const store = tx.objectStore('sealed');
    return Promise.all([store.get(names.index), store.getAllKeys(allOf(names.pages)), store.getAll(allOf(names.pages))]);
  });
  const none = { nonce: row ? hex(row.nonce) : '', parts: null, pages: [] };
  if (!row) return none;
  try {
    const parts = await vault.unseal(`sealed/${names.index}`, row);
    if (parts[0] !== VERSION$1) return none;
    const byName = new Map(keys.map((/** @type {string} */ key, /** @type {number} */ i) => [key, rows[i]]));
    const pages = await Promise.all(
      parts.at(-1).map(async (/** @type {[string, number]} */ [, number]) => {
        const name = names.pages + number;
        return unpad(await vault.unseal(`sealed/${name}`, byName.get(name))) ?? new Uint8Array();
      }),
    );
    return { ...none, parts, pages };
  } catch (error) {
    if (error instanceof StorageError) throw error;
    return none;
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

/**
 * Opens a vault that is there, and makes none.
 * @param {Database} database @param {any} crypto @returns {Promise<Vault|null>} @throws {StorageError}
 */
async function openKeptVault(database, crypto) {
  const kept = await readKeys(database);
  return kept.local && kept.wrapped ? vaultOf(database, crypto, kept) : null;
}

/** @param {Database} database @param {any} crypto @param {{local: any, wrapped: SealedRow}} kept */
async function vaultOf(database, crypto, kept) {
  const { dataKey, raw } = await unwrap(kept, crypto);
  return new Vault(database, crypto, dataKey, !raw);
}

/** @param {Database} database */
async function readKeys(database) {
  return database.run('readonly', ['keys', 'sealed'], async (tx) => {
    const store = tx.objectStore('keys');
    const [local, wrapped, rows] = await Promise.all([store.get(LOCAL_KEY), store.get(DATA_KEY), tx.objectStore('sealed').count()]);
    return { local, wrapped, rows };
  });
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
const own = (bytes) => /** @type {Uint8Array<ArrayBuffer>} */ (bytes);

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
const gcm = (nonce, aad) => ({ name: 'AES-GCM', iv: own(nonce), additionalData: own(aad) });

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
  const keyOf = (raw) => remember(keys, raw, () => subtle.importKey('raw', own(raw), 'AES-GCM', false, ['encrypt', 'decrypt']));

  /** @type {Aes} */
  const aes = {
    random: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
    seal: async (key, nonce, aad, plaintext) => aes.sealWithKey(await keyOf(key), nonce, aad, plaintext),
    open: async (key, nonce, aad, sealed) => aes.openWithKey(await keyOf(key), nonce, aad, sealed),
    generateLocalKey: () => subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    sealWithKey: async (key, nonce, aad, plaintext) => new Uint8Array(await subtle.encrypt(gcm(nonce, aad), key, own(plaintext))),
    async openWithKey(key, nonce, aad, sealed) {
      try {
        return new Uint8Array(await subtle.decrypt(gcm(nonce, aad), key, own(sealed)));
      } catch (error) {
        throw new CryptoError(error);
      }
    },
  };
  return aes;
}

/**
 * A worker that reads the indexes of this phone while the page is still loading, and ends. It opens the vault on its own; what it hands to the page
 * is what the page would have read itself (app/index-rows.js). Whatever goes wrong here, the page reads, and says what is wrong.
 */

const INDEX = /^space\/([0-9a-f]+)\/index$/;

/** @param {string} name of the database */
async function read(name) {
  const database = new Database(name, { onReplaced: () => {} });
  const vault = await openKeptVault(database, createAes());
  if (!vault) return;
  const names = await database.run('readonly', ['sealed'], (tx) => tx.objectStore('sealed').getAllKeys(allOf('space/')));
  const ids = names.flatMap((/** @type {string} */ each) => INDEX.exec(each)?.[1] ?? []);
  for (const id of ids) {
    const rows = await readIndexRows(vault, id);
    const buffers = new Set(rows.pages.map(({ buffer }) => buffer));
    postMessage({ id, rows }, { transfer: [...buffers] });
  }
  database.close();
}

read(self.name) // of the worker: that of the database
  .catch(() => {})
  .finally(() => {
    postMessage(null);
    close();
  });
