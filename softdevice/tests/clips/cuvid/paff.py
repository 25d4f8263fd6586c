class W:
    def __init__(s): s.b=''
    def u(s,n,v): s.b+=format(v,f'0{n}b'); return s
    def ue(s,v):
        x=bin(v+1)[2:]; s.b+='0'*(len(x)-1)+x; return s
    def se(s,v): return s.ue(2*v-1 if v>0 else -2*v)
    def align(s): s.b+='0'*(-len(s.b)%8); return s
    def raw(s,bs):
        for x in bs: s.b+=format(x,'08b')
        return s
    def nal(s,h):
        b=s.b+'1'; b+='0'*(-len(b)%8)
        d=bytes(int(b[i:i+8],2) for i in range(0,len(b),8))
        o=bytearray(); z=0
        for x in d:
            if z>=2 and x<=3: o.append(3); z=0
            o.append(x); z=z+1 if x==0 else 0
        return b'\0\0\0\1'+bytes([h])+bytes(o)
def sps():
    w=W().u(8,77).u(8,0).u(8,30).ue(0).ue(0).ue(0).ue(0).ue(2).u(1,0).ue(2).ue(0).u(1,0).u(1,0).u(1,1).u(1,0)
    # VUI: restriction only: one reference pair, no reordering
    w.u(1,1).u(1,0).u(1,0).u(1,0).u(1,0).u(1,1).u(32,1).u(32,50).u(1,1).u(1,0).u(1,0).u(1,0).u(1,1).u(1,1).ue(0).ue(0).ue(8).ue(8).ue(0).ue(2)
    return w.nal(0x67)
def pps(): return W().ue(0).ue(0).u(1,0).u(1,0).ue(0).ue(0).ue(0).u(1,0).u(2,0).se(0).se(0).se(0).u(1,1).u(1,0).u(1,0).nal(0x68)
def pcm(w,base,p):
    for mb in range(3):
        if p: w.ue(0)
        w.ue(30 if p else 25).align()
        y=[(base+mb*7+(i//16)*3)%200+20 for i in range(256)]
        w.raw(y).raw([(base*2+mb)%200+20]*64).raw([(base*3+mb)%200+20]*64)
def slice(fn,poc,bottom,idr=False,ref=1,kind='pcm',base=0):
    p=not idr
    w=W().ue(0).ue(5 if p else 7).ue(0).u(4,fn).u(1,1).u(1,bottom)
    if idr: w.ue(0)
    w.u(4,poc)
    if p: w.u(1,0).u(1,0)
    if ref: w.u(2,0) if idr else w.u(1,0)
    w.se(0).ue(1)
    if kind=='pcm': pcm(w,base,p)
    else: w.ue(3)
    return w.nal((0x60 if ref else 0)|(5 if idr else 1))
out=sps()+pps()
out+=slice(0,0,0,idr=True,base=0)+slice(0,1,1,base=50)
out+=slice(1,2,0,base=90)+slice(1,3,1,kind='skip')
out+=slice(2,4,0,ref=0,kind='skip')+slice(2,5,1,ref=0,base=120)
out+=slice(2,6,0,base=30)+slice(2,7,1,base=140)
out+=slice(3,8,0,kind='skip')+slice(3,9,1,kind='skip')
open('h264_paff.h264','wb').write(out)
