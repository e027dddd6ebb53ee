/** Written by `npm run precedents -- --words`: how many public threads these are, and the causes that they came to. */
export const THREADS = 876;
export const CAUSES =
  "abuse-protection-missing-function-key abuse-protection-multiple-origins abuse-protection-unreachable android-cleartext-blocked antiforgery-rejects-negotiate antivirus-security-software auth-credentials-not-sent auth-missing-on-websocket auth-redirect-to-login auth-rejected azure-connection-limit azure-connection-string-wrong azure-direct-connect-without-token azure-duplicate-access-token azure-easyauth-redirect azure-message-quota azure-message-rate-limit azure-network-acl azure-portal-cors-override azure-rbac-missing-role azure-service-incident azure-service-mode-mismatch azure-shared-instance azure-skip-negotiation azure-upstream-url-wrong bad-gateway base-path-missing blazor-circuit-expired blazor-stale-cached-page browser-connection-limit certificate client-code-stripped client-main-thread-blocked client-method-missing client-no-websocket-support client-offline client-runtime-missing-api client-server-version-mismatch closed-by-application connected-handler-failed core-client-vs-aspnet-server corporate-firewall corporate-proxy-blocks-streaming cors-credentials-missing cors-header-duplicated cors-header-not-allowed cors-masks-server-error cors-not-enabled cors-origin-not-allowed cors-preflight-redirected cors-wildcard-with-credentials csp-connect-src data-protection-keys-lost dev-proxy-misconfigured dns-failure eio3-not-allowed event-handler-not-configured event-handler-wrong-events firewall-port-closed handshake-timeout https-redirection hub-argument-mismatch hub-exception hub-method-blocks hub-method-not-found hub-payload-not-serializable hub-protocol-mismatch iis-arr-config iis-express-host-binding iis-outofprocess-websocket-compression iis-websocket-module invoke-before-connected localhost-in-client-url localhost-resolution message-before-handshake message-too-large middleware-order mixed-content namespace-not-created nginx-conflicting-server-block no-sticky-sessions not-a-socketio-server path-mismatch ping-timeout-background-tab plain-to-tls-port plain-websocket-client preflight-blocked-by-auth proxy-body-size-limit proxy-breaks proxy-buffers-sse proxy-drops-upgrade proxy-forces-upgrade proxy-idle-timeout proxy-path-prefix-lost proxy-software-bug server-binds-localhost-only server-error server-not-attached server-not-running server-restarted server-shutting-down server-timeout serverless-platform-no-websocket shared-hosting-no-node spa-fallback-html sticky-cookie-not-sent tls-to-plain-port tls-version-unsupported token-invalid token-reused-after-redirect token-too-large too-many-packets-in-payload transport-not-enabled unsupported-server-worker upgrade-handler-conflict url-includes-negotiate user-identity-changed waf-rejects websocket-server-lib-missing websockets-disabled-on-server wrong-endpoint wrong-port wrong-scheme x-forced-upgrade";

/** Their words, a line each: in how many threads it stood, and in how many of the cause with that number in the list above. */
export const WORDS = `able 9 37:2
about 10 75:3
accepted 13 48:13
access 56 7:3 18:3 25:2 37:2 43:2 45:2 47:6 48:5 50:6 62:2 90:3 97:2 110:2
accesstoken 4 110:2
according 4 30:4
activate 3 62:3
active 9 116:3
added 8 48:2
address 11 72:2
after 69 21:3 27:3 29:2 37:3 48:2 50:3 56:2 72:3 75:5 80:2 82:2 83:3 90:2 101:2 121:2
all 23 80:3 90:3
allow 34 18:3 25:2 43:2 45:2 47:6 48:6 50:6 97:2
allowed 25 25:2 37:3 40:3 45:2 48:3 50:2 82:3
alpha 5 37:2
already 5 56:2
also 10 37:4
always 13 26:2 37:3
anchor 3 30:3
android 33 3:3 30:6 37:3 40:3 54:2 72:7 83:2
angular 7 53:3
anonymous 5 90:2
another 13 72:3 116:2
any 30 21:2 47:2 82:2 86:2 90:2 97:4
apache 14 82:2 90:9
api 33 17:2 37:2 48:2 80:2 82:3 90:3 97:2 108:2 121:2
app 121 3:2 21:5 26:4 37:10 43:2 47:2 48:9 52:2 53:2 72:5 75:2 77:3 80:13 82:8 83:2 85:2 90:2 95:2 97:7 113:5 119:3 120:2 121:4
appear 5 51:2
appears 6 75:2
application 36 26:2 30:2 34:2 52:2 80:4 82:2 116:2 119:3
are 43 34:2 37:8 72:2 80:3 90:3 119:5 121:2
argument 8 61:4 64:2
asgi 4 82:4
asp 14 34:2 40:4
aspnet 14 40:6 50:2
aspnetcore 32 6:2 21:2 37:2 40:3 61:2 62:2 90:3
async 6 82:2
attempted 3 77:2
attempting 15 37:2 62:3 75:2 82:2 90:2
auth 7 90:2
authentication 13 8:2 30:5 86:2
authenticationexception 6 30:6
authority 4 30:4
authorize 4 6:3
available 13 34:2 77:2
azure 34 11:4 19:2 21:5 80:5 119:6
azurewebsites 9 119:2
back 14 27:2 37:3
backend 12 37:5
background 4 83:4
bad 33 37:11 48:5 80:8
balancer 5 80:4
base 5 75:2
bearer 4 7:2
because 22 37:3 51:5
been 25 37:3 43:2 47:2 48:2 50:3 77:6
before 17 53:2 71:2 80:3 90:3
begin 5 37:3 85:2
behind 20 48:2 80:2 82:2 90:7 93:2 121:2
being 9 28:2
bindarguments 3 61:2
blazor 47 26:3 27:3 28:3 41:2 75:9 80:5 83:2 90:6 119:3
blocked 22 43:2 47:3 48:3 50:4 77:7
blocking 10 80:2 90:3
both 12 37:3 72:2
browser 34 37:7 58:3 72:3 80:2 83:4 90:2 116:2
browsersync 3 53:3
build 11 40:2
built 4 40:2
but 170 5:2 26:6 29:2 30:6 34:2 37:30 40:2 48:7 53:2 58:2 61:5 64:3 70:2 72:6 75:3 77:7 79:2 80:10 82:6 85:2 90:15 93:3 95:3 97:3 102:2 106:3 119:3 120:2 121:4
called 7 75:2
can 63 34:2 37:10 72:3 75:3 80:5 81:3 82:2 90:7 93:2 95:2 121:3
canceled 6 28:2
cancellationtoken 3 6:2
cannot 53 26:2 30:2 37:8 40:4 48:2 62:4 71:3 80:2 90:4 97:5 116:3
caused 6 37:2
cert 12 30:10
certificate 23 30:19
certification 3 30:3
certpathvalidatorexception 3 30:3
change 10 116:3
characters 4 75:4
chat 23 72:2 80:3 82:2 108:2
check 13 18:2 50:3
chrome 20 5:2 37:2 83:2 90:2
circuit 5 27:2
clientprotocol 14 40:5
clients 16 75:2 80:2
close 20 20:2 21:2 75:12 92:2
closed 44 28:2 53:2 56:2 75:12 80:3 83:2 90:2
closing 5 56:2
cloudflare 9 90:3
cluster 5 80:5
code 120 6:3 10:2 21:2 24:2 25:3 30:2 37:14 40:3 41:2 47:4 48:5 70:2 75:3 80:14 81:2 82:6 90:15 97:4 112:4 114:2 119:4 121:2
com 38 25:2 30:4 48:5 58:2 77:2 78:2 82:2 84:2 90:3 119:2 121:2
compatible 8 37:6
complains 3 48:2
complete 14 26:4 120:2
completed 3 30:2
component 6 28:3 75:2
components 4 75:2
computer 5 72:2
concurrent 4 54:2
config 12 37:2 53:3 90:3 119:2
configuration 7 58:2 90:2 119:2
connected 37 21:5 30:3 37:7 71:4 81:2 82:2 90:2
connecting 39 30:5 34:2 37:8 40:2 48:2 85:3 90:2
connectiondata 16 40:6
connectionerror 11 37:7 121:2
connections 19 6:2 29:3 121:2
connectiontoken 10 116:2
connects 9 37:3
console 43 37:2 47:3 48:4 58:2 72:3 80:2 90:5 102:2 121:4
const 14 47:3 72:5 82:3
container 7 95:3
content 18 51:5 77:7
continuously 3 121:2
control 34 18:3 25:2 43:2 45:2 47:6 48:5 50:6 97:2
core 24 34:2 37:2 40:7 50:2 93:2
cors 36 18:2 37:3 43:2 47:8 48:5 50:5 82:3 86:3
could 30 30:8 37:3 80:3 90:6
couldn 5 30:2 121:2
count 6 10:3
create 8 72:2
createserver 3 97:3
credentials 8 18:2 43:2 50:2
curl 6 121:2
current 6 37:2 119:2
currently 5 21:2
custom 8 114:2
data 26 30:3 37:2 48:2 65:2 71:4 75:3 78:2 80:2
debug 18 37:3 40:2
default 11 51:2 80:2 82:2
deploy 11 72:2 119:2
deployed 16 80:4 90:4
description 5 30:2
detected 3 65:2
dev 15 30:2 97:2 121:2
device 8 72:3 90:2
did 10 37:3 48:2 72:2
directive 5 51:5
directly 5 90:2
disabled 4 119:2
disconnect 12 37:2 75:7
disconnected 42 37:5 75:14 83:2 85:2 90:3 92:2 101:2
disconnecting 5 83:2
disconnects 15 75:3 80:3 83:2
dispatching 4 62:2
docker 15 48:3 90:3 95:4 121:2
doctype 3 120:2
document 5 120:2
does 46 6:4 30:4 37:4 48:2 51:2 72:2 82:2 90:4 93:2 119:2 121:3
doesn 36 18:2 29:2 37:5 48:4 50:3 80:2 82:2
domain 20 77:2 93:2
don 15 47:3 75:3
driver 3 58:2
due 18 28:2 61:4
during 54 37:2 40:4 47:3 48:2 70:4 80:7 90:13 116:3 119:3
dyno 4 80:3
echo 11 37:2 58:4 81:2
eio 129 25:4 30:2 37:15 47:4 48:10 51:4 60:2 72:6 77:4 80:7 81:2 82:12 90:14 93:4 97:8 98:2 106:2 112:2 114:2 120:4 121:7
either 13 80:4 90:3
elapsed 3 101:2
elephant 6 37:3
emit 7 75:4
enable 6 119:2
enabled 9 90:3
end 12 80:2 84:3
endpoint 31 4:2 11:4 77:7 80:3 90:4
engine 19 30:2 37:10 80:2 82:2
engineio 16 37:6 48:3
engineioexception 8 48:2
env 4 121:3
err 39 30:5 58:3 72:3 98:3 106:3 120:3 121:5
errors 23 37:3 40:2 52:2 80:4 82:2 90:3
esp 12 37:7 85:2
establish 14 37:2 70:2 80:2 90:4
established 16 30:4 34:2 37:2
even 11 37:2 75:2
event 20 0:2 30:2 37:5 72:2 75:2
eventlet 6 80:2
events 6 37:3
every 17 80:2 83:2 121:3
everything 21 37:2 75:2 80:2 90:2 97:2
example 103 12:2 18:2 30:2 37:9 40:4 48:5 58:4 60:3 77:2 80:6 82:4 90:17 93:5 108:2 112:2 119:2 120:2 121:5
exception 31 30:9 37:3 62:2 65:2 119:2
exceptions 12 37:7 121:2
executionexception 3 54:2
expected 15 21:2 37:2 80:2 90:4
expects 6 61:4 64:2
express 16 26:2 37:3 77:2 97:3
fail 16 80:3 90:2 121:2
failed 153 24:2 25:3 26:7 30:11 37:7 40:8 41:2 47:2 48:4 53:3 60:2 61:7 62:2 70:3 72:3 80:13 82:2 90:26 97:3 106:3 114:3 119:6 120:3 121:5
fails 33 37:4 80:5 90:2 110:2
fallback 4 119:3
false 14 30:3 37:2
fastapi 7 82:6
file 23 37:4 75:5 84:3 113:2 120:2
files 9 75:4
final 7 37:3
fine 56 5:2 7:2 26:2 30:3 37:7 48:2 72:3 75:3 80:3 90:6 97:2 106:3 121:2
firefox 12 5:2 80:2 90:4
first 9 48:2 56:2 80:2
fix 4 48:2
flask 20 37:7 48:5 80:2 113:2
flutter 4 37:2
folder 3 26:2
following 34 37:3 51:3 80:3 90:2 119:2
for 87 11:2 30:7 37:13 48:4 53:2 62:3 65:2 80:2 82:2 83:3 90:6 93:4 97:2 113:2 119:2 121:3
forbidden 6 48:2
format 4 52:3
forum 3 48:2
found 49 26:3 30:3 72:2 80:6 82:5 90:4 93:2 97:7 120:2 121:4
frame 6 37:2 114:4
from 105 30:5 37:16 40:2 43:2 47:5 48:6 50:5 70:2 72:4 75:4 80:3 82:4 90:5 93:3 101:2 116:2 120:4
front 6 37:2
further 6 37:4
game 5 37:2 90:2
get 160 7:2 17:2 25:2 30:10 37:18 40:3 47:4 48:7 58:2 60:2 72:6 75:4 80:8 81:2 82:6 86:2 90:8 93:2 95:2 97:11 98:2 106:2 112:2 113:3 116:2 119:2 120:4 121:9
gets 14 83:3 97:2
getting 47 30:2 37:7 40:3 47:3 48:4 80:2 97:3 102:2 120:2 121:2
gevent 5 113:3
gives 10 30:2 80:2
goes 5 83:2
got 20 37:5 121:2
gunicorn 11 80:4 113:4
had 12 25:2 48:2 80:2 90:2 97:3
handle 8 84:4 113:2
handling 8 30:2
handshake 79 30:4 37:9 40:2 47:2 66:2 70:4 80:10 82:2 90:18 106:2 112:2 119:3
handshaking 4 37:3
hang 3 85:2
happen 4 37:3
happens 16 37:4 75:2
has 37 37:4 43:2 47:2 48:2 50:3 72:2 77:6
have 71 30:4 37:9 40:3 48:3 53:4 72:3 75:5 77:2 80:7 82:2 90:9 119:2 121:3
head 4 120:2
header 43 18:2 25:3 43:2 45:2 47:6 48:6 50:4 70:3 90:4 97:2 114:2
headers 9 45:2
heroku 13 37:2 80:5
host 24 11:2 37:2 80:3 90:2 95:2 121:2
hosted 11 37:2 80:2
hosting 10 80:3
hostname 5 30:2
how 7 48:2
however 18 48:2 72:2 75:2 80:3
html 15 37:4 82:2 120:2
httpconnection 5 6:2
httprequestexception 9 6:2 30:4
https 127 12:2 18:2 25:3 26:5 30:19 37:7 48:9 58:2 60:5 77:9 80:4 82:5 84:3 90:8 93:4 97:2 106:5 108:2 120:3 121:5 122:2
hub 64 4:2 6:4 11:2 12:2 26:2 30:2 40:3 61:3 62:3 75:2 80:2 90:4 119:4 120:3 121:3
hubconnection 9 61:2
hubconnectionbuilder 8 12:3 40:2 71:2
hubconnectioncontext 4 90:3
hubexception 3 21:2
hubs 11 40:2 108:2
identity 5 116:3
iis 31 26:6 27:2 34:3 37:2 52:2 70:6
ilogger 3 6:2
image 4 75:2
immediately 7 90:2
include 5 37:2
incorrect 5 52:3
index 6 37:2 47:2
indicate 6 6:3
info 18 37:4 48:2 80:3
information 14 26:2 30:2 37:2 90:3 113:2
initialize 5 37:2 82:2
initializing 3 37:2
inner 6 30:5
insecure 9 77:7
inside 6 95:2
installed 10 48:2
instance 8 48:2
instances 4 80:3
instead 8 80:2 82:2
into 8 37:2 75:3
invalid 46 30:12 37:7 48:2 78:6 80:3 114:4
invaliddataexception 7 61:3 64:2
invalidoperationexception 13 62:3 116:3 120:2
invocation 13 24:2 28:2 61:5 64:2
invoke 9 61:5 62:2
invoking 4 61:2
ios 13 37:3 72:5
isn 4 37:3
issue 12 48:3
java 16 30:3 37:5 40:3 54:2
javascript 11 40:2 82:3
json 14 37:3 120:3
jsonhubprotocol 4 61:3
just 21 37:5 48:2
jwt 6 7:2 110:2
keepaliveinterval 3 101:3
keeps 6 37:3
kestrel 7 90:2
kuma 5 90:4
laravel 9 37:2 58:4
large 9 75:5 110:2
last 4 82:2
latest 12 37:8
less 3 75:2
let 9 72:2
level 7 37:4
lib 6 37:2
library 11 37:2 40:2 97:2 106:2
like 17 37:4 80:3 82:2 90:2 120:2
limit 6 10:3
line 19 37:4 75:2 82:2 113:2
linux 7 90:2
list 5 28:3
listen 16 37:3 97:7
load 31 25:3 26:2 48:2 80:7 93:2 97:2 105:2
loaded 11 77:7 93:3
loading 7 37:2 90:2
loads 5 90:4
local 27 30:4 37:5 48:2 58:2 90:3 119:2
localhost 153 26:8 30:2 34:2 37:15 40:5 47:4 48:10 50:4 51:3 53:3 70:2 72:18 73:2 78:2 80:2 81:2 82:9 90:6 97:9 98:3 106:3 114:3 120:4 121:6
locally 11 90:2
location 13 25:2 60:2 90:2 121:2
log 22 30:2 37:8 75:3 90:2
logged 9 37:5 116:2
login 5 90:2
logs 10 47:2 48:2
long 12 119:2
longer 6 110:2
longpolling 8 80:4
looking 3 93:2
loop 5 65:3
lot 4 37:2
machine 12 70:2 72:2 90:2
made 10 37:2 72:2 106:2 119:2
make 14 30:2 121:2
many 6 10:2 111:2
may 12 80:4 90:3
message 74 30:4 37:15 40:2 47:2 48:2 56:2 61:2 75:7 78:2 80:5 82:3 90:2 97:2 101:2
messages 11 56:2
method 26 11:2 37:3 40:3 61:2 62:2 64:2
microsoft 52 6:2 11:3 21:3 37:2 40:7 61:3 62:2 80:2 90:3 119:2
might 4 30:2
minute 3 92:2
minutes 7 27:2 83:4
missing 9 11:3 70:2
mixed 7 77:7
mobile 5 83:3
mod 3 90:2
mode 13 82:2 97:2
more 25 29:2 37:2 75:7 80:4 113:2
mount 3 82:2
mounting 3 82:3
moved 3 60:2
multiple 12 80:6
must 20 18:2 43:2 50:3 77:6 110:2
name 25 40:5 51:2 120:2
namespace 12 37:3 78:6
native 10 30:3 72:3
need 9 113:3
negotiate 67 4:2 11:3 12:2 18:2 26:7 37:2 40:9 41:2 48:2 50:4 80:2 93:3 96:2 105:2 110:2 120:2
negotiateversion 8 26:3 50:2
negotiation 33 6:2 11:2 26:4 30:2 40:8 47:2 60:2 120:2
net 97 6:2 12:3 30:12 34:3 37:4 40:7 50:2 58:3 70:2 72:3 75:3 80:2 98:3 106:2 108:2 119:4 120:4 121:6
netty 7 37:7
network 10 72:2 90:2
never 14 5:2 27:3 90:2
new 40 37:10 40:2 47:2 72:3 82:3 85:2 90:2 97:3 121:2
next 5 97:2 114:3
nginx 43 48:8 80:4 82:3 90:15 92:2 121:4
node 36 30:6 37:14 80:2 84:2
nodebb 3 48:3
nodejs 14 37:6 120:2
none 6 37:2
nothing 12 37:5
notifications 6 90:3
now 13 82:2 90:2
null 11 61:2
number 3 80:2
nuxt 3 97:2
object 9 37:2 62:3
objectdisposedexception 3 62:2
occurred 12 30:3
occurrences 6 37:4
old 3 37:2
onconnectedasync 3 62:2
one 13 37:2 80:4
only 28 37:3 80:2 90:2 93:3
open 21 29:3 37:2 48:2 82:2 90:3 121:2
openssl 3 106:2
operation 4 30:2
options 19 30:2 50:2 82:2 86:2 101:2
origin 48 18:2 25:2 43:2 47:6 48:21 50:6 97:2
origins 7 48:2 82:3
other 10 37:2 80:2 82:2
our 14 20:2 80:4 90:2
out 10 58:3 121:2
over 19 30:2 48:2 77:7 90:2
package 8 37:3
packages 7 37:3
packet 9 37:5 48:2
page 34 37:3 48:2 77:7 80:4 82:2 97:2 116:2
parameter 5 11:2
parse 4 37:4
pass 17 18:2 48:2 50:3 90:2
path 27 30:3 37:2 82:10 93:2 97:2
payload 6 111:2
perfectly 5 58:2
php 7 37:3
ping 7 83:3
pinginterval 5 48:2
pingtimeout 7 48:2 83:2
pod 6 80:4
policy 21 43:2 47:3 48:3 50:4 51:5
poll 18 3:2 30:5 37:2 48:2 80:2 98:2
polling 110 25:3 37:16 43:2 47:4 48:8 51:2 60:2 72:7 77:3 80:6 81:2 82:7 90:4 93:4 97:8 98:2 106:2 112:2 118:2 119:2 120:4 121:6
port 37 25:2 40:2 58:2 72:2 82:3 95:2 106:2 121:11
ports 6 95:2
post 24 26:4 37:3 80:5 108:2
postman 7 37:3 85:2
preflight 9 18:2 50:3
present 26 25:2 47:5 48:4 72:2 80:3 90:3 97:3
preview 9 37:3
prints 3 37:2
problem 28 26:2 37:3 40:3 75:2 80:3 84:2 90:2
procedure 4 30:4
process 6 121:2
production 6 80:2
project 15 37:3 90:2
promise 9 28:2 61:2
properly 6 37:2
properties 4 11:3
property 10 37:3 40:3 65:2
protocol 25 34:2 37:2 61:2 66:3 106:4 120:2
protocols 10 37:8
provides 6 61:4 64:2
proxy 65 48:7 53:6 80:3 82:4 90:20 92:2 93:3 120:2 121:5
proxying 3 90:2
proxypass 5 90:4
put 4 30:2
python 20 37:11
quick 3 11:2
raspberry 3 37:2
reach 8 37:5
reaches 5 10:3
react 19 30:3 37:4 72:4 121:2
read 9 37:2 84:4
reason 12 37:2 75:2
received 12 61:2
receiving 11 80:2 101:2
recently 3 48:2
reconnect 18 27:3 75:5
reconnecting 6 90:3
records 4 28:3
red 4 90:2
redis 7 58:3 80:4
reference 5 65:2
refused 25 51:5 72:4 95:2 98:3 121:7
rejectunauthorized 5 30:3
release 7 37:2
reload 3 83:2
remote 15 30:5 84:2
replicas 3 80:2
request 113 6:2 7:2 18:2 30:2 37:17 40:6 43:2 45:2 47:6 48:9 50:4 77:6 80:12 86:2 113:3 119:2 120:2 121:3
requested 22 25:2 34:2 47:5 48:4 77:5
requests 24 10:2 37:2 60:2 80:2 90:3
require 11 37:2 47:2 121:2
required 5 11:3
resolve 4 62:3
resolved 5 120:2
resource 26 25:3 26:2 47:6 48:5
responded 8 26:2
response 116 6:3 18:2 25:3 30:3 37:15 40:2 43:2 47:3 48:5 50:4 70:2 80:13 81:2 84:4 90:19 97:2 108:2 119:4
rest 3 17:2
results 5 82:2
returned 28 21:3 37:7 66:2 75:10
returning 4 90:2
returns 16 37:4 82:2
reverse 25 48:4 82:3 90:11 93:2 121:2
root 5 26:2
route 6 82:2 97:3
routes 4 97:2
routines 3 30:2
run 30 30:2 37:5 82:2 95:2 113:3 118:2 121:5
running 41 3:2 30:2 37:7 48:3 72:2 77:2 80:7 106:2
sails 6 48:2 90:2
same 35 37:5 47:2 48:4 80:3 90:2
sample 6 37:3
scale 5 80:4
script 9 37:3 120:2
sdk 8 37:2 48:2 90:2
sec 4 70:2
second 8 116:2
seconds 10 101:2
section 5 113:2
secure 10 30:3 106:3
security 17 5:2 30:10 51:5
see 25 30:5 37:3 81:2 113:2
seem 4 90:2
seems 24 37:8 60:2 75:2 80:2 97:2 121:2
self 16 30:10 51:3 65:2
send 21 37:2 56:2 65:2 71:5 75:3
sending 13 37:3 48:2
sent 9 37:3
serve 5 97:2
served 4 77:4
serverconnectionfailureexception 4 37:2
servers 10 80:2
serversentevents 7 80:2
service 39 11:3 12:3 19:2 20:2 21:5 37:2 62:3 80:2 108:2 110:2
session 19 80:11 105:2
sessions 4 80:2
set 30 37:2 82:2 90:3 119:2 121:2
setting 9 11:2
setup 7 121:2
shows 11 80:2
sid 27 37:2 48:3 80:7 90:6 114:2
side 23 37:5 40:2 75:4
signalr 168 4:2 5:2 7:3 11:4 12:3 19:2 20:2 21:5 26:7 30:3 34:4 37:6 40:19 41:2 50:2 53:3 60:2 61:5 62:3 65:2 66:2 70:7 71:3 72:2 75:3 80:8 90:8 92:2 93:2 96:2 108:2 110:3 116:4 119:6 120:7
signed 11 30:10
silently 3 65:2
simple 7 75:2
since 11 82:2 119:2 121:2
single 4 80:3
sio 13 37:2 82:3 97:2 121:2
sioc 3 37:3
site 10 119:2
socketengine 3 37:2
socketenginepolling 4 30:2
socketio 71 25:2 30:3 37:30 48:4 80:4 82:9 97:2 113:2 121:3
socketioclient 13 30:4 37:6
socketioexception 3 37:3
socketmanager 5 37:2 82:2
sockets 20 29:2 80:4 90:3
socketurl 4 37:3
some 14 37:3 75:3
sometimes 5 80:2
specified 4 11:2
src 13 37:2 51:6 120:2
sse 6 80:2
ssl 27 30:11 48:2 58:2 90:2 106:5
sslstream 3 30:3
start 54 26:2 37:7 40:3 41:2 47:3 71:3 80:7 90:7 97:2 119:2 121:2
starting 9 80:2 119:2
starts 10 37:2 80:2
state 10 56:2 71:3
status 66 6:3 10:2 21:2 24:2 25:3 26:3 37:5 40:2 41:2 48:5 75:3 80:5 82:4 90:3 93:2 97:2 114:2 116:2
sticky 5 80:2
still 10 30:2 80:2
stopping 3 119:2
string 16 11:6 12:2 37:3
sub 5 93:2
subfolder 3 93:2
success 7 6:3
support 9 80:2 90:2
supported 16 34:2 37:2 66:3 119:4
swift 6 37:3
switch 5 119:2
system 47 30:7 34:2 37:3 54:2 58:2 61:2 62:5 64:2 80:2 84:2 119:2 121:2
tab 6 28:2 83:3
tabs 6 29:3 83:3
target 8 61:4 64:2
test 87 26:2 30:2 37:8 40:4 48:5 51:3 58:2 60:3 75:2 77:3 80:9 81:2 82:3 90:10 93:4 121:4
text 8 75:3
than 21 29:2 75:11 80:3 110:2
that 68 30:3 37:6 47:2 48:5 50:2 70:2 72:3 75:4 80:4 82:3 86:2 90:3 110:2 116:2 119:2 121:2
then 23 37:5 80:2 90:2
there 45 40:3 80:9 82:2 90:8 119:3
therefore 7 25:2 48:2
they 14 37:3
this 111 30:4 34:2 37:19 40:3 48:3 52:2 53:2 72:2 75:4 77:6 80:4 82:8 90:7 97:9 119:3 120:3 121:4
through 11 48:2 90:3
throws 7 37:2
time 14 80:3
timed 6 58:3 121:2
timeout 13 70:2 83:4 101:2
times 5 80:3
title 5 82:2
tls 4 48:2 106:2
token 29 6:2 7:4 90:4 108:2 110:2 120:2
too 10 10:2 75:3 110:2 111:2
traffic 6 3:2
transports 24 30:2 34:2 40:3 112:3 119:3
tried 25 30:3 37:5 40:2 121:2
tries 6 82:2
true 30 37:5 43:2 50:2 72:3 82:4 106:2 121:4
trust 4 30:4
try 36 30:2 37:10 40:2 72:2 75:2 80:3 82:2 84:2 85:2 97:2
trying 42 30:2 37:16 40:2 48:2 80:2 82:4 93:2
two 12 37:3 80:3
type 22 30:2 37:3 61:2 62:3 65:2
typeerror 8 37:3 40:2 90:2
ubuntu 4 48:2
unable 25 30:5 62:3 80:2
unauthorized 9 6:3
uncaught 14 28:2 37:2 61:2 80:2
undefined 12 37:4 40:2 90:3
underlying 7 28:2
unexpected 62 37:9 47:2 70:2 80:10 82:3 90:18 119:4 120:3
unity 9 37:6
unknown 22 37:5 80:7 112:2 120:4
unrecognized 3 116:3
unsupported 13 37:10 119:2
update 7 37:2
upgrade 26 48:3 70:2 75:2 82:2 90:2 114:2
upgrades 5 37:2 48:2
upload 4 75:3
uptime 3 90:2
uri 10 6:2
url 69 6:2 12:3 26:2 30:3 37:11 40:5 48:2 60:3 72:3 77:2 82:7 90:3 120:3 121:2
use 35 37:5 72:2 75:2 80:3 90:2 93:2 113:3 121:2
used 6 82:2
user 18 83:3 116:5
users 6 83:2
uses 11 80:2
using 105 30:2 37:20 40:4 48:3 50:2 58:2 70:2 72:2 75:4 77:3 80:8 82:4 85:4 90:12 92:2 97:4 119:3
util 3 54:2
valid 13 28:3 80:2 90:2
validation 7 4:2 30:4
value 20 18:2 43:2 50:4 90:3
var 21 30:2 37:4 82:2
vercel 3 102:2
verify 7 30:7
version 76 3:2 30:4 37:37 47:3 48:4 75:2 80:5 82:3 90:4 121:2
versions 4 37:2
via 16 90:2 93:2
view 6 78:2
violates 3 51:3
virtual 5 26:3
waiting 7 37:2 82:2
warning 13 37:2 82:2
was 67 21:2 37:7 40:2 47:2 48:2 72:2 75:2 77:7 80:4 90:11
web 36 34:2 37:2 43:2 48:2 75:2 80:6 83:2 90:4 119:2 120:2 121:2
webjobs 3 11:2
website 12 48:2 119:3
websocket 172 30:3 34:4 37:12 40:2 47:3 48:10 51:3 53:5 56:2 70:6 72:5 75:3 77:2 80:20 81:3 82:5 85:4 90:33 97:2 98:2 105:2 112:3 113:3 114:6 118:3 119:6 120:2
websocketexception 3 30:2
websocketpp 6 84:4
websockets 68 30:2 34:3 41:2 47:2 48:2 53:2 70:3 80:8 82:2 90:11 93:2 119:11
welcome 3 37:3
well 7 37:3
whenever 3 37:2
where 9 37:2 119:2
which 33 30:3 37:5 43:2 47:2 48:2 80:3 90:2
while 39 30:4 37:6 48:2 62:3 72:3 80:2 82:2 90:2
wildcard 3 50:2
will 45 21:2 37:6 48:2 65:2 72:2 75:5 80:3 120:2
window 6 83:2
windows 19 34:2 70:3 86:3 119:4
without 15 70:2 101:2
won 4 90:2
work 45 29:2 37:6 40:2 48:3 72:3 80:3 82:4 90:5 95:2 121:2
worked 10 37:2 119:2
worker 7 80:4
workers 8 80:4 113:2
working 48 26:2 27:2 30:2 37:5 48:2 72:3 80:4 82:3 90:3 97:4 102:2
works 95 5:2 7:2 26:4 30:3 37:12 48:6 58:3 72:5 75:4 80:4 82:4 90:8 93:2 95:3 97:4 106:2 118:2 121:2
wsgi 4 113:2
wss 41 30:2 51:4 77:2 80:5 82:2 84:2 90:14 119:2
www 9 37:3
xhr 20 3:2 30:4 37:4 48:2 98:2
xmlhttprequest 24 18:2 43:2 47:3 48:3 50:4 72:2 77:5
xxx 13 90:4
you 33 26:2 30:3 37:9 47:2 72:2 75:4 90:2 113:3
your 7 30:2 37:2`;
